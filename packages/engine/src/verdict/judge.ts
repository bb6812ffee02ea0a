import type { Kind, Minor } from '@podlint/model';
import { decode, validateCreate } from '@podlint/kinds';
import { identityProblems } from '@podlint/schema';
import type { SourceObject } from '../documents/objects.js';
import type { Verdict } from '../report/report.js';
import { droppedFinding, errorFinding, warningFinding } from '../findings/api.js';
import type { Finding } from '../findings/finding.js';
import { schemaFinding } from '../findings/schema.js';

export interface Judgement {
  readonly verdict: Verdict;
  readonly findings: Finding[];
  /** What the server would hold; absent for an object that does not decode. */
  readonly decoded?: { readonly kind: Kind; readonly value: Record<string, unknown> };
}

/**
 * What the API server of one version says to the creation of an object; undefined for one that podlint does not judge.
 */
export function judge(object: SourceObject, minor: Minor): Judgement | undefined {
  const { status, known } = object.description;
  switch (status) {
    case 'known':
      return judgeKnown(object, known!, minor);
    case 'undecodable':
      return { verdict: 'undecodable', findings: identityFindings(object) };
    case 'unserved':
    case 'wrong-api-version':
    case 'wrong-kind':
      return { verdict: 'unserved', findings: identityFindings(object) };
    case 'other':
    case 'fragment':
    case 'not-kubernetes':
      return undefined;
  }
}

/** What can be said about the structure of a part that was cut out of a Pod, or of an object that is not all there. */
export function structureFindings(object: SourceObject, minor: Minor): Finding[] {
  const { known, resembles = known } = object.description;
  return resembles
    ? decode(object.document, object.node, object.json(), resembles, minor).problems.map(schemaFinding)
    : [];
}

function identityFindings(object: SourceObject): Finding[] {
  const { document, node, description } = object;
  return identityProblems({ document, start: node, json: object.json() }, description).map(schemaFinding);
}

/** An object that does not decode is not validated: neither does the server. */
function judgeKnown(object: SourceObject, kind: Kind, minor: Minor): Judgement {
  const { value, problems, undecodable } = decode(object.document, object.node, object.json(), kind, minor);
  const findings = problems.map(schemaFinding);
  return undecodable ? { verdict: 'undecodable', findings } : judgeDecoded(object, kind, minor, value, findings);
}

/** What can be said of an object without the values that do not decode, for when other ones will stand there. */
export function judgeRest(object: SourceObject, kind: Kind, minor: Minor): Judgement {
  const { value, problems } = decode(object.document, object.node, object.json(), kind, minor);
  return { ...judgeDecoded(object, kind, minor, value, problems.map(schemaFinding)), verdict: 'undecodable' };
}

/** One at a time, as more findings than a call may have arguments are possible. */
function judgeDecoded(
  object: SourceObject,
  kind: Kind,
  minor: Minor,
  value: Record<string, unknown>,
  findings: Finding[],
): Judgement {
  const { errors, warnings, dropped } = validateCreate(kind, value, minor);
  for (const error of errors) findings.push(errorFinding(object, error));
  for (const field of dropped) findings.push(droppedFinding(object, field, minor));
  // The server sends its warnings only with an object that it takes.
  const decoded = { kind, value };
  if (findings.some(({ severity }) => severity === 'error')) return { verdict: 'reject', findings, decoded };
  for (const warning of warnings) findings.push(warningFinding(object, warning));
  return { verdict: 'accept', findings, decoded };
}
