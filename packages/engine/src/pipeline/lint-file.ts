import type { PlacedTemplate } from '@podlint/kinds';
import type { KubernetesVersion } from '@podlint/model';
import type { SchemaCode } from '@podlint/schema';
import { withoutNulls } from '../documents/json.js';
import { finding, type Finding } from '../findings/finding.js';
import { severityOf } from '../findings/levels.js';
import { addFinding } from '../findings/supersede.js';
import { resourceView } from '../rule/build-views.js';
import { isOfWritten, levelIn, viewOfTemplate } from '../rule/placed-templates.js';
import type { LintSubject } from '../rule/lint-subject.js';
import type { Collector } from '../rule/collector.js';
import { mayHaveDirectives } from '../rule/directives.js';
import { fieldAt, pathOf } from '../rule/field.js';
import { FieldNodes } from '../rule/field-nodes.js';
import { choiceProposalsOf, choicesOf, proposalsOf } from '../rule/fixes.js';
import { withoutOutranked } from '../rule/outranked.js';
import { messageOf, type RuleFinding, type RuleSet } from '../rule/run-rules.js';
import type { PodView, ResourceView, UnknownField } from '../rule/views.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { InspectedFile, InspectedObject, VersionJudgement } from '../verdict/inspected.js';
import { isAboutUnread } from '../verdict/rest-of.js';
import type { ObjectFacts, PlaceInFile, PodFacts } from './examined.js';
import { offeredFixes } from './offered-fixes.js';

/** What looks at a file. */
interface Linting {
  readonly versions: readonly KubernetesVersion[];
  readonly rules: RuleSet;
  readonly ofObjects: Circumstances['ofObjects'];
  readonly collector: Collector;
}

/** A file, and whether there can be `# podlint:` comments in it: asked of the whole text, so once for all objects. */
interface LintedFile extends Pick<LintSubject, 'hasDirectives'> {
  readonly file: InspectedFile;
  readonly rules: RuleSet;
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
      const all = [...underKey.checkResource(view), ...inTemplates(pods, underKey)];
      const found = all.filter((one) => isOfManifest(one, judgement));
      let rank = 0;
      for (const one of withoutOutranked(found)) {
        addLint(judgement, toFinding(one, { file, inspected, nodes: subject.nodes, rank }), one.finding.insteadOf);
        if (one.finding.fixes) rank++;
      }
      const collected = isAllRead(judgement) ? collectedOf(view, pods, collector) : undefined;
      if (collected)
        facts.push({ ...objectFacts(view, position), ...collected, ...(key !== undefined && { rules: key }) });
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

/** One of the templates of an object that has several, and its pod as rules see it. */
interface TemplatePod {
  readonly template: PlacedTemplate;
  readonly pod: PodView | undefined;
}

function podsOf(subject: LintSubject, { templates = [] }: VersionJudgement): TemplatePod[] {
  return templates.map((template) => ({ template, pod: viewOfTemplate(subject, template).judged?.pod }));
}

/** What rules find in the templates; of merged ones, what is written there. */
function inTemplates(pods: readonly TemplatePod[], rules: RuleSet): RuleFinding[] {
  return pods.flatMap(({ template, pod }) => {
    const found = pod ? rules.checkPod(pod) : [];
    if (template.pods === 'whole') return found;
    return found
      .filter(({ finding: { at } }) => isOfWritten(at, template.path, pod?.object))
      .map((one) => ({ ...one, level: levelIn(template, one.level) }));
  });
}

/** What rules over the run want to know of an object, and of each of its pods where it has several. */
function collectedOf(
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

/** What was set aside is not missing. */
function addLint({ findings, unread }: VersionJudgement, made: Finding, insteadOf: string | undefined): void {
  if (!unread) addFinding(findings, made, insteadOf);
  else if (!isAboutUnread(made.path, unread)) addFinding(findings, { ...made, provisional: true }, insteadOf);
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

/** The view of one object of a file for one version; undefined for what no rule looks at. */
export function viewIn(
  file: InspectedFile,
  { position, template }: PlaceInFile,
  version: KubernetesVersion,
  rules: RuleSet,
): ResourceView | undefined {
  const linted = { file, rules, hasDirectives: mayHaveDirectives(file.text) };
  const inspected = file.objects[position];
  const judgement = inspected?.judgements.find((candidate) => candidate.version.name === version.name);
  const subject = inspected && judgement && subjectOf(linted, inspected, judgement);
  if (!subject || template === undefined) return subject && resourceView(subject);
  const placed = judgement.templates?.[template];
  return placed && viewOfTemplate(subject, placed);
}

/** An object that decodes, or that is of a kind which podlint does not decode. */
function subjectOf(
  { file, rules, hasDirectives }: LintedFile,
  { document, object }: InspectedObject,
  judgement: VersionJudgement,
): LintSubject | undefined {
  const { apiVersion, kind } = object?.description ?? {};
  const { decoded, verdict, version } = judgement;
  if (!object || apiVersion === undefined || kind === undefined || (verdict === 'undecodable' && !decoded))
    return undefined;
  return {
    file: file.path,
    nodes: new FieldNodes(document, object.node),
    hasDirectives,
    minor: version.minor,
    apiVersion,
    kindName: kind,
    kind: decoded?.kind,
    value: decoded?.value ?? (withoutNulls(object.json()) as Record<string, unknown>),
    isStaticPodFile: () => rules.known.isStaticPodFile(file.path),
    builtImages: rules.known.builtImages,
    unknownFields: unknownFieldsOf(judgement),
  };
}

const unknownFieldCodes: ReadonlySet<string> = new Set([
  'schema/unknown-field',
  'schema/misplaced-field',
] satisfies SchemaCode[]);

/** As the schema stage has reported them: a rule may put findings of its own in their place. */
function unknownFieldsOf({ findings }: VersionJudgement): () => UnknownField[] {
  const reported = findings.filter(({ code }) => unknownFieldCodes.has(code));
  return () =>
    reported.map(({ code, path, fixes }) => ({
      at: fieldAt(path),
      code,
      remedies: fixes?.().map(({ title }) => title) ?? [],
    }));
}

/** Where a rule has found something. */
interface Found {
  readonly file: Pick<InspectedFile, 'path'>;
  readonly inspected: InspectedObject;
  readonly nodes: FieldNodes;
  /** How many findings with fixes came before. */
  readonly rank: number;
}

function toFinding({ rule, level, finding: said }: RuleFinding, { file, inspected, nodes, rank }: Found): Finding {
  const { at, related, fixes, choices } = said;
  const path = pathOf(at);
  return finding(
    { id: rule.id, stage: 'lint', severity: severityOf[level], tags: rule.tags },
    {
      message: messageOf(rule, said),
      path,
      range: nodes.rangeOf(path),
      related: related?.map((other) => ({ message: messageOf(rule, other), range: nodes.rangeOf(pathOf(other.at)) })),
      fixes: fixes && (() => offeredFixes(proposalsOf(said), nodes, { path: file.path, inspected, rank })),
      choices: choices && (() => choiceProposalsOf(said).flatMap((proposal) => choicesOf(nodes, proposal))),
    },
  );
}
