import type { InspectedFile, InspectedObject, VersionJudgement } from './inspect.js';
import type { KubernetesVersion } from '@podlint/model';
import type { SchemaCode } from '@podlint/schema';
import { withoutNulls } from './json.js';
import { severityOf } from './levels.js';
import { locate } from './locate.js';
import { resourceView } from './rule/build-views.js';
import { mayHaveDirectives } from './rule/directives.js';
import { fieldAt, segmentsOf, type FieldSegments } from './rule/field.js';
import { fixesOf } from './rule/fixes.js';
import { withoutOutranked } from './rule/outranked.js';
import { messageText, type RuleFinding, type RuleSet } from './rule/run-rules.js';
import type { ResourceView, UnknownField } from './rule/views.js';
import { finding, type Finding } from './stages/finding.js';
import { addFinding } from './supersede.js';

/** Where the view of an object came from. */
interface Origin {
  readonly file: InspectedFile;
  readonly inspected: InspectedObject;
  readonly judgement: VersionJudgement;
}

interface LintedFile {
  readonly file: InspectedFile;
  /** Asked of the whole text, so once for a file and not for each object in it. */
  readonly hasDirectives: boolean;
  readonly rules: RuleSet;
}

/** Adds what the rules find in the objects of all files, for one version. `rulesOf` tells which rules a file is subject to. */
export function lintRun(files: readonly InspectedFile[], version: KubernetesVersion, rulesOf: (path: string) => RuleSet): void {
  const origins = new Map<ResourceView, Origin>();
  const found: RuleFinding[] = [];
  for (const file of files) {
    const rules = rulesOf(file.path);
    if (rules.isEmpty) continue;
    const hasDirectives = mayHaveDirectives(file.text);
    for (const inspected of file.objects) {
      const view = viewOf({ file, hasDirectives, rules }, inspected, version, origins);
      if (view) for (const ruleFinding of withoutOutranked(rules.checkResource(view))) found.push(ruleFinding);
    }
  }
  checkRuns(origins, version, rulesOf, found);
  for (const ruleFinding of found) addRuleFinding(ruleFinding, origins);
}

/** The view of an object that decodes, or that is of a kind which podlint does not decode. */
function viewOf({ file, hasDirectives, rules }: LintedFile, inspected: InspectedObject, version: KubernetesVersion, origins: Map<ResourceView, Origin>): ResourceView | undefined {
  const { document, object } = inspected;
  const { apiVersion, kind } = object?.description ?? {};
  const judgement = inspected.judgements.find((candidate) => candidate.version === version);
  if (!object || apiVersion === undefined || kind === undefined || !judgement || judgement.verdict === 'undecodable') return undefined;
  const value = judgement.decoded?.value ?? (withoutNulls(object.json()) as Record<string, unknown>);
  const view = resourceView({
    file: file.path,
    document,
    node: object.node,
    hasDirectives,
    minor: version.minor,
    apiVersion,
    kindName: kind,
    kind: judgement.decoded?.kind,
    value,
    isStaticPodFile: () => rules.isStaticPodFile(file.path),
    unknownFields: () => unknownFieldsOf(judgement),
  });
  origins.set(view, { file, inspected, judgement });
  return view;
}

/** A rule over the whole run speaks once for each set of rules in use, and only about the files that set is for. */
function checkRuns(origins: ReadonlyMap<ResourceView, Origin>, version: KubernetesVersion, rulesOf: (path: string) => RuleSet, found: RuleFinding[]): void {
  const resources = [...origins.keys()];
  const run = { minor: version.minor, resources, objects: resources.flatMap(({ judged }) => judged ?? []) };
  for (const rules of new Set(resources.map(({ file }) => rulesOf(file)))) {
    for (const ruleFinding of rules.checkRun(run)) if (rulesOf(ruleFinding.object.file) === rules) found.push(ruleFinding);
  }
}

const unknownFieldCodes: ReadonlySet<string> = new Set(['schema/unknown-field', 'schema/misplaced-field'] satisfies SchemaCode[]);

function unknownFieldsOf({ findings }: VersionJudgement): UnknownField[] {
  return findings.flatMap(({ code, keyPath, fixes }) => (keyPath && unknownFieldCodes.has(code) ? { at: fieldAt(keyPath), code, remedies: fixes().map(({ title }) => title) } : []));
}

function addRuleFinding(ruleFinding: RuleFinding, origins: ReadonlyMap<ResourceView, Origin>): void {
  const { inspected, judgement } = origins.get(ruleFinding.object)!;
  addFinding(judgement.findings, toFinding(ruleFinding, inspected, origins), ruleFinding.finding.insteadOf);
}

function toFinding(ruleFinding: RuleFinding, { document, object }: InspectedObject, origins: ReadonlyMap<ResourceView, Origin>): Finding {
  const { rule, level, finding: said } = ruleFinding;
  const { at, related = [], fixes = [] } = said;
  const { node } = object!;
  const segments = segmentsOf(at);
  return finding(
    { id: rule.id, stage: 'lint', severity: severityOf[level], summary: rule.summary },
    {
      message: messageText(rule, said),
      path: pathText(segments),
      range: locate(document, node, segments),
      related: related.map((other) => relatedPlace(other, ruleFinding.object, origins)),
      fixes: () => (typeof fixes === 'function' ? fixes() : fixes).flatMap((proposal) => fixesOf(document, node, proposal)),
    },
  );
}

function relatedPlace(other: NonNullable<RuleFinding['finding']['related']>[number], here: ResourceView, origins: ReadonlyMap<ResourceView, Origin>): Finding['related'][number] {
  const { file, inspected } = origins.get(other.object ?? here)!;
  return { message: other.message, file: file.path, range: locate(inspected.document, inspected.object!.node, segmentsOf(other.at)) };
}

const plainName = /^[A-Za-z$][\w$]*$/;

/** As the server prints a field: map keys in brackets. */
function pathText(segments: FieldSegments): string {
  let text = '';
  for (const segment of segments) {
    if (typeof segment === 'number' || !plainName.test(segment)) text += `[${segment}]`;
    else text += text === '' ? segment : `.${segment}`;
  }
  return text;
}
