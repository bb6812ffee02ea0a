import type { KubernetesVersion } from '@podlint/model';
import type { SchemaCode } from '@podlint/schema';
import { withoutNulls } from '../documents/json.js';
import { resourceView } from '../rule/build-views.js';
import { mayHaveDirectives } from '../rule/directives.js';
import { fieldAt } from '../rule/field.js';
import { FieldNodes } from '../rule/field-nodes.js';
import type { LintSubject } from '../rule/lint-subject.js';
import { viewOfTemplate } from '../rule/placed-templates.js';
import type { RuleSet } from '../rule/run-rules.js';
import type { ResourceView, UnknownField } from '../rule/views.js';
import type { InspectedFile, InspectedObject, VersionJudgement } from '../verdict/inspected.js';
import type { PlaceInFile } from './examined.js';

/** A file, and whether there can be `# podlint:` comments in it: asked of the whole text, so once for all objects. */
export interface LintedFile extends Pick<LintSubject, 'hasDirectives'> {
  readonly file: InspectedFile;
  readonly rules: RuleSet;
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
export function subjectOf(
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
