import { judgeTemplateOf } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import { droppedFinding, errorFinding, warningFinding } from '../findings/api.js';
import type { Finding } from '../findings/finding.js';
import { schemaFinding } from '../findings/schema.js';
import type { Decoded } from './inspected.js';

/** What was found in the pods of an object of which nothing else is known: no verdict. */
export interface TemplateJudgement {
  readonly findings: Finding[];
  readonly decoded?: Decoded;
}

/** Judges the pod template of an object of another kind; undefined where it has none that podlint knows of. */
export function judgeTemplate(object: SourceObject, minor: Minor): TemplateJudgement | undefined {
  const { document, node, description } = object;
  const { status, apiVersion, kind } = description;
  if (status !== 'other' || apiVersion === undefined || kind === undefined) return undefined;
  const judged = judgeTemplateOf({ document, node, apiVersion, kind, json: object.json() }, minor);
  if (!judged) return undefined;
  const { problems, errors = [], warnings = [], dropped = [], decoded } = judged;
  const findings = [
    ...problems.map(schemaFinding),
    ...errors.map((error) => errorFinding(object, error)),
    ...dropped.map((field) => droppedFinding(object, field, minor)),
    ...warnings.map((warning) => warningFinding(object, warning)),
  ];
  return decoded ? { findings, decoded } : { findings };
}
