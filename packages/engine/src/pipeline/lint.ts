import type { KubernetesVersion } from '@podlint/model';
import type { SchemaCode } from '@podlint/schema';
import type { InspectedFile, InspectedObject, VersionJudgement } from './inspect.js';
import { withoutNulls } from '../documents/json.js';
import { severityOf } from '../findings/levels.js';
import { resourceView, type LintSubject } from '../rule/build-views.js';
import { mayHaveDirectives } from '../rule/directives.js';
import { fieldAt, pathOf } from '../rule/field.js';
import { FieldNodes } from '../rule/field-nodes.js';
import { fixesOf, proposalsOf } from '../rule/fixes.js';
import { withoutOutranked } from '../rule/outranked.js';
import { messageOf, type RuleFinding, type RuleSet } from '../rule/run-rules.js';
import type { UnknownField } from '../rule/views.js';
import type { RunMember, RunMembers } from './member.js';
import type { RunFinding } from './run-finding.js';
import { finding, type Finding } from '../findings/finding.js';
import { addFinding } from '../findings/supersede.js';

/** Adds what the rules find in a file by itself. Returns what the rules over the whole run see of it. */
export function lintVersions(
  file: InspectedFile,
  { versions, rules }: { readonly versions: readonly KubernetesVersion[]; readonly rules: RuleSet },
): RunMembers {
  return new Map(versions.map((version) => [version.name, lintFile(file, version, rules)]));
}

/**
 * Adds what the rules find in a file by itself, for one version. Returns what the rules over the whole run see of it.
 */
function lintFile(file: InspectedFile, version: KubernetesVersion, rules: RuleSet): readonly RunMember[] {
  if (rules.isEmpty) return [];
  // Asked of the whole text, so once for a file and not for each object in it.
  const hasDirectives = mayHaveDirectives(file.text);
  const members = file.objects.flatMap((inspected, position) => {
    const subject = subjectOf({ file, hasDirectives, rules }, inspected, version);
    return subject ? [{ view: resourceView(subject), subject, position, lines: file.lines }] : [];
  });
  for (const { view, subject, position } of members)
    addFindings(file.objects[position]!, version, subject.nodes, withoutOutranked(rules.checkResource(view)));
  return members;
}

interface LintedFile {
  readonly file: InspectedFile;
  readonly hasDirectives: boolean;
  readonly rules: RuleSet;
}

/** An object that decodes, or that is of a kind which podlint does not decode. */
function subjectOf(
  { file, hasDirectives, rules }: LintedFile,
  { document, object, judgements }: InspectedObject,
  version: KubernetesVersion,
): LintSubject | undefined {
  const { apiVersion, kind } = object?.description ?? {};
  const judgement = judgements.find((candidate) => candidate.version === version);
  if (
    !object ||
    apiVersion === undefined ||
    kind === undefined ||
    !judgement ||
    (judgement.verdict === 'undecodable' && !judgement.decoded)
  )
    return undefined;
  return {
    file: file.path,
    nodes: new FieldNodes(document, object.node),
    hasDirectives,
    minor: version.minor,
    apiVersion,
    kindName: kind,
    kind: judgement.decoded?.kind,
    value: judgement.decoded?.value ?? (withoutNulls(object.json()) as Record<string, unknown>),
    isStaticPodFile: () => rules.isStaticPodFile(file.path),
    unknownFields: unknownFieldsOf(judgement),
  };
}

const unknownFieldCodes: ReadonlySet<string> = new Set([
  'schema/unknown-field',
  'schema/misplaced-field',
] satisfies SchemaCode[]);

/** As the schema stage has reported them: a rule may put findings of its own in their place. */
function unknownFieldsOf({ findings }: VersionJudgement): () => UnknownField[] {
  const reported = findings.filter(({ code, keyPath }) => keyPath && unknownFieldCodes.has(code));
  return () =>
    reported.map(({ code, keyPath, fixes }) => ({
      at: fieldAt(keyPath!),
      code,
      remedies: fixes?.().map(({ title }) => title) ?? [],
    }));
}

function addFindings(
  inspected: InspectedObject,
  version: KubernetesVersion,
  nodes: FieldNodes,
  found: readonly RuleFinding[],
): void {
  if (found.length === 0) return;
  const { findings } = inspected.judgements.find((judgement) => judgement.version === version)!;
  for (const ruleFinding of found) addFinding(findings, toFinding(ruleFinding, nodes), ruleFinding.finding.insteadOf);
}

function toFinding({ rule, level, finding: said }: RuleFinding, nodes: FieldNodes): Finding {
  const { at, related, fixes } = said;
  return finding(
    { id: rule.id, stage: 'lint', severity: severityOf[level] },
    {
      message: messageOf(rule, said),
      path: pathOf(at),
      range: nodes.rangeAt(at),
      related: related?.map((other) => ({ message: other.message, range: nodes.rangeAt(other.at) })),
      fixes: fixes && (() => proposalsOf(said).flatMap((proposal) => fixesOf(nodes, proposal))),
    },
  );
}

/** Adds what the rules over the whole run have found about the objects of a file. */
export function addRunFindings(file: InspectedFile, found: readonly RunFinding[]): void {
  for (const one of found) {
    const inspected = file.objects[one.position]!;
    const { findings } = inspected.judgements.find(({ version }) => version.name === one.version)!;
    addFinding(findings, ofRun(one, inspected), one.insteadOf);
  }
}

function ofRun(
  { code, severity, message, at, related, fixes }: RunFinding,
  { document, object }: InspectedObject,
): Finding {
  const nodes = new FieldNodes(document, object!.node);
  const field = fieldAt(at);
  return finding(
    { id: code, stage: 'lint', severity },
    {
      message,
      path: pathOf(field),
      range: nodes.rangeAt(field),
      related: related.map(({ message, file, place }) => ({
        message,
        file,
        place,
        range: { start: place.start.offset, end: place.end.offset },
      })),
      fixes: () => fixes().flatMap((proposal) => fixesOf(nodes, proposal)),
    },
  );
}
