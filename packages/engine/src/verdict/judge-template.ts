import { judgePlacedTemplates, judgeTemplateOf, type PlacedTemplate, type TemplatePlaces } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import type { SchemaProblem } from '@podlint/schema';
import type { SourceObject } from '../documents/objects.js';
import { droppedFinding, errorFinding, warningFinding } from '../findings/api.js';
import type { Finding } from '../findings/finding.js';
import { schemaFinding } from '../findings/schema.js';
import type { Decoded } from './decoded.js';

/** What was found in the pods of an object of which nothing else is known: no verdict. */
export interface TemplateJudgement {
  readonly findings: Finding[];
  readonly decoded?: Decoded;
  readonly templates?: readonly PlacedTemplate[];
}

/** Judges the pod templates of an object of another kind; undefined where it has none that podlint knows of. */
export function judgeTemplate(object: SourceObject, minor: Minor): TemplateJudgement | undefined {
  const foreign = foreignObject(object);
  const judged = foreign && judgeTemplateOf(foreign, minor);
  return judged && judgementOf(object, judged, minor);
}

/**
 * The same for templates that only the definition of the kind has told of: nobody knows what its controller makes of
 * them, so that nothing found there is an error.
 */
export function judgeTemplatesAt(
  object: SourceObject,
  places: readonly TemplatePlaces[],
  minor: Minor,
): TemplateJudgement | undefined {
  const foreign = foreignObject(object);
  const judged = foreign && judgePlacedTemplates(foreign, places, minor);
  if (!judged) return undefined;
  const { findings, ...others } = judgementOf(object, judged, minor);
  return { ...others, findings: findings.map(atMostWarned) };
}

const unknownFields: ReadonlySet<string> = new Set(['schema/unknown-field', 'schema/misplaced-field']);

/**
 * The definition lets any field into a template that is merged (elastic/cloud-on-k8s: x-kubernetes-preserve-unknown-fields),
 * and the operator drops what it does not know. Where the definition knows all fields, it says so itself.
 */
function problemFinding(problem: SchemaProblem, templates: readonly PlacedTemplate[] = []): Finding {
  const found = schemaFinding(problem);
  const isDropped = templates.some(({ path, pods }) => pods === 'merged' && problem.path.startsWith(path));
  return isDropped && unknownFields.has(problem.code) ? atMostWarned(found) : found;
}

function atMostWarned(found: Finding): Finding {
  return found.severity === 'error' ? { ...found, severity: 'warning' } : found;
}

function foreignObject(object: SourceObject): Parameters<typeof judgeTemplateOf>[0] | undefined {
  const { document, node, description } = object;
  const { status, apiVersion, kind } = description;
  if (status !== 'other' || apiVersion === undefined || kind === undefined) return undefined;
  return { document, node, apiVersion, kind, json: object.json() };
}

function judgementOf(
  object: SourceObject,
  {
    problems,
    errors = [],
    warnings = [],
    dropped = [],
    decoded,
    templates,
  }: NonNullable<ReturnType<typeof judgeTemplateOf>>,
  minor: Minor,
): TemplateJudgement {
  return {
    findings: [
      ...problems.map((problem) => problemFinding(problem, templates)),
      ...errors.map((error) => errorFinding(object, error)),
      ...dropped.map((field) => droppedFinding(object, field, minor)),
      ...warnings.map((warning) => warningFinding(object, warning)),
    ],
    ...(decoded && { decoded }),
    ...(templates && { templates }),
  };
}
