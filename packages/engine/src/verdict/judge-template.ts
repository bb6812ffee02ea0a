import { judgePlacedTemplates, judgeTemplateOf, type PlacedTemplate, type TemplatePlaces } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
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
      ...problems.map(schemaFinding),
      ...errors.map((error) => errorFinding(object, error)),
      ...dropped.map((field) => droppedFinding(object, field, minor)),
      ...warnings.map((warning) => warningFinding(object, warning)),
    ],
    ...(decoded && { decoded }),
    ...(templates && { templates }),
  };
}
