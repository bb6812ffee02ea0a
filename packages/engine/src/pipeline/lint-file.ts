import type { KubernetesVersion } from '@podlint/model';
import { isTemplateReason } from '../documents/skip.js';
import type { Finding } from '../findings/finding.js';
import { FindingsToAdd } from '../findings/supersede.js';
import { resourceView } from '../rule/build-views.js';
import type { Collector } from '../rule/collector.js';
import { pathOf } from '../rule/field.js';
import { withoutOutranked } from '../rule/outranked.js';
import type { RuleFinding, RuleSet } from '../rule/run-rules.js';
import type { ResourceView } from '../rule/views.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { InspectedFile, VersionJudgement } from '../verdict/inspected.js';
import { isAboutUnread } from '../verdict/rest-of.js';
import type { ObjectFacts } from './examined.js';
import { lintFinding } from './lint-finding.js';
import { subjectOf, type LintedFile } from './lint-subjects.js';
import { collectedOf, inTemplates, podsOf } from './template-pods.js';

/** What looks at a file. */
interface Linting {
  readonly versions: readonly KubernetesVersion[];
  readonly rules: RuleSet;
  readonly ofObjects: Circumstances['ofObjects'];
  readonly collector: Collector;
}

/** Adds what the rules find in a file by itself. Returns what the rules over the whole run want to know of it. */
export function lintFile(
  file: InspectedFile,
  { versions, rules, ofObjects, collector }: Linting,
  hasDirectives: boolean,
): ObjectFacts[] {
  if (ofObjects.sets.every(({ isEmpty }) => isEmpty) && collector.isEmpty) return [];
  const linted: LintedFile = { file, rules, hasDirectives };
  const facts: ObjectFacts[] = [];
  for (const version of versions) {
    for (const [position, inspected] of file.objects.entries()) {
      // A part of an object: rules are about the whole.
      if (inspected.skipped === 'kustomize patch' || inspected.skipped === 'assertion of a test') continue;
      const judgement = inspected.judgements.find((candidate) => candidate.version === version);
      const subject = judgement && subjectOf(linted, inspected, judgement);
      if (!subject) continue;
      const view = resourceView(subject);
      const key = ofObjects.keyOf(inspected);
      const underKey = ofObjects.setUnder(key);
      const pods = podsOf(subject, judgement);
      const isTemplate = isTemplateReason(inspected.skipped);
      const all = isTemplate ? [] : [...underKey.checkResource(view), ...inTemplates(pods, underKey)];
      const found = all.filter((one) => isOfManifest(one, judgement));
      addLints(judgement, withoutOutranked(found), (one, rank) =>
        lintFinding(one, { file, inspected, nodes: subject.nodes, rank }),
      );
      const collected = isAllRead(judgement) ? collectedOf(view, pods, collector) : undefined;
      if (collected)
        facts.push({
          ...objectFacts(view, position),
          ...collected,
          ...(key !== undefined && { rules: key }),
          ...(isTemplate && { isTemplate }),
        });
    }
  }
  return facts;
}

/**
 * What a policy puts into an object is no matter of the object's author, but that the Pod may not run with it: a level of
 * Pod Security is about all containers.
 */
function isOfManifest({ rule, finding: { at } }: RuleFinding, { admitted }: VersionJudgement): boolean {
  const { injected = [] } = admitted ?? {};
  if (injected.length === 0 || rule.id.startsWith('pod-security/')) return true;
  const path = pathOf(at);
  return !injected.some((item) => path.startsWith(item));
}

function addLints(
  { findings, unread }: VersionJudgement,
  found: readonly RuleFinding[],
  make: (one: RuleFinding, rank: number) => Finding,
): void {
  const toAdd = new FindingsToAdd(findings);
  let rank = 0;
  for (const one of found) {
    const made = make(one, rank);
    const { fixes, insteadOf } = one.finding;
    if (fixes) rank++;
    if (!unread) toAdd.add(made, insteadOf);
    // What was set aside is not missing.
    else if (!isAboutUnread(made.path, unread)) toAdd.add({ ...made, provisional: true }, insteadOf);
  }
  toAdd.end();
}

function isAllRead({ unread = [] }: VersionJudgement): boolean {
  return unread.length === 0;
}

function objectFacts(
  { minor, apiVersion, kindName: kind, name, namespace }: ResourceView,
  position: number,
): Omit<ObjectFacts, 'collected'> {
  return { minor, position, apiVersion, kind, name, namespace };
}
