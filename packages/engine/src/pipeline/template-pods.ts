import type { PlacedTemplate } from '@podlint/kinds';
import type { Collector } from '../rule/collector.js';
import type { LintSubject } from '../rule/lint-subject.js';
import { isOfWritten, levelIn, viewOfTemplate } from '../rule/placed-templates.js';
import type { RuleFinding, RuleSet } from '../rule/run-rules.js';
import type { PodView, ResourceView } from '../rule/views.js';
import type { VersionJudgement } from '../verdict/inspected.js';
import type { ObjectFacts, PodFacts } from './examined.js';

/** One of the templates of an object that has several, and its pod as rules see it. */
export interface TemplatePod {
  readonly template: PlacedTemplate;
  readonly pod: PodView | undefined;
}

export function podsOf(subject: LintSubject, { templates = [] }: VersionJudgement): TemplatePod[] {
  return templates.map((template) => ({ template, pod: viewOfTemplate(subject, template).judged?.pod }));
}

/** What rules find in the templates; of merged ones, what is written there. */
export function inTemplates(pods: readonly TemplatePod[], rules: RuleSet): RuleFinding[] {
  return pods.flatMap(({ template, pod }) => {
    const found = pod ? rules.checkPod(pod) : [];
    if (template.pods === 'whole') return found;
    return found
      .filter(({ rule, finding: { at } }) => isOfWritten({ rule, at, part: template.path, object: pod?.object }))
      .map((one) => ({ ...one, level: levelIn(template, one.level) }));
  });
}

/** What rules over the run want to know of an object, and of each of its pods where it has several. */
export function collectedOf(
  view: ResourceView,
  ofTemplates: readonly TemplatePod[],
  collector: Collector,
): Pick<ObjectFacts, 'collected' | 'pods'> | undefined {
  const collected = collector.factsOf(view);
  const pods = ofTemplates.flatMap((pod, index) => podFacts(pod, index, collector) ?? []);
  if (pods.length === 0) return collected && { collected };
  return { collected: collected ?? {}, pods };
}

function podFacts({ template, pod }: TemplatePod, index: number, collector: Collector): PodFacts | undefined {
  const collected = pod && collector.factsOfPod(pod);
  const { path, part, pods } = template;
  return collected && { template: index, path: path.toJSON(), part, pods, collected };
}
