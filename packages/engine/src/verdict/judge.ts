import type { FieldPath } from '@podlint/field-path';
import type { Kind, Minor } from '@podlint/model';
import { decode, validateCreate, validateUpdate } from '@podlint/kinds';
import { identityProblems, isServed, unservedProblem } from '@podlint/schema';
import type { SourceObject } from '../documents/objects.js';
import { droppedFinding, errorFinding, warningFinding } from '../findings/api.js';
import type { Finding } from '../findings/finding.js';
import { nodeAt } from '../findings/locate.js';
import { schemaFinding } from '../findings/schema.js';
import type { Decoded } from './decoded.js';
import type { Operation } from './inspected.js';
import { isAboutUnread, restOf, type RestOfObject } from './rest-of.js';
import type { Verdict } from './verdict.js';

export interface Judgement {
  readonly verdict: Verdict;
  readonly findings: Finding[];
  /** What the server would hold; of an object that does not decode, the rest of it. */
  readonly decoded?: Decoded;
  /** Of an object that does not decode: the fields that were set aside. */
  readonly unread?: readonly FieldPath[];
}

const creation: Operation = { operation: 'create' };

/** What the API server of one version says to an object; undefined for one that podlint does not judge. */
export function judge(object: SourceObject, minor: Minor, operation = creation): Judgement | undefined {
  const { status, known } = object.description;
  switch (status) {
    case 'known':
      return known && judgeKnown(object, known, minor, operation);
    case 'undecodable':
      return { verdict: 'undecodable', findings: identityFindings(object) };
    case 'unserved':
    case 'wrong-api-version':
    case 'wrong-kind':
    case 'list-without-items':
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

function unservedFinding(object: SourceObject, kind: Kind, minor: Minor): Finding {
  const { document, node } = object;
  return schemaFinding(unservedProblem({ document, start: node, json: object.json() }, kind, minor));
}

function judgeKnown(object: SourceObject, kind: Kind, minor: Minor, operation: Operation): Judgement {
  if (!isServed(kind, minor)) return { verdict: 'unserved', findings: [unservedFinding(object, kind, minor)] };
  const decoding = decode(object.document, object.node, object.json(), kind, minor);
  const findings = decoding.problems.map(schemaFinding);
  return decoding.undecodable
    ? judgeRest(object, kind, minor, { findings, rest: restOf(object, decoding, kind, minor), operation })
    : judgeDecoded(object, { kind, value: decoding.value }, minor, findings, operation);
}

interface Undecodable {
  /** What keeps the server from decoding the object. */
  readonly findings: readonly Finding[];
  readonly rest: RestOfObject;
  readonly operation: Operation;
}

/** The server stops at a value of a wrong type. What it would mind next is worth knowing all the same. */
function judgeRest(
  object: SourceObject,
  kind: Kind,
  minor: Minor,
  { findings, rest, operation }: Undecodable,
): Judgement {
  const { value, unread } = rest;
  const decoded: Decoded = { kind, value };
  const next = judgeDecoded(object, decoded, minor, [], operation).findings.filter((finding) =>
    isSure(object, finding, unread),
  );
  return {
    verdict: 'undecodable',
    findings: [...findings, ...next.map((finding) => ({ ...finding, provisional: true }))],
    decoded,
    unread,
  };
}

/** What is not found may be in what was set aside. */
function isSure(object: SourceObject, finding: Finding, unread: readonly FieldPath[]): boolean {
  const { path, api } = finding;
  if (unread.length === 0) return true;
  return !isAboutUnread(path, unread) && api?.type !== 'FieldValueNotFound' && !isMadeOfUnread(object, finding, unread);
}

/** A value that nobody wrote may be a default made of what stands beside it, as the targetPort of a Service is of its port. */
function isMadeOfUnread(
  { document, node }: SourceObject,
  { path, api }: Finding,
  unread: readonly FieldPath[],
): boolean {
  const isValue = api !== undefined && api.type !== 'FieldValueRequired';
  return isValue && unread.some((other) => isBeside(path, other)) && nodeAt(document, node, path) === undefined;
}

function isBeside({ parent }: FieldPath, other: FieldPath): boolean {
  return parent !== undefined && other.parent !== undefined && parent.equals(other.parent);
}

/** Findings one at a time, as more of them than a call may have arguments are possible. */
function judgeDecoded(
  object: SourceObject,
  decoded: Decoded,
  minor: Minor,
  findings: Finding[],
  operation: Operation,
): Judgement {
  const { errors, warnings, dropped } = validate(decoded, minor, operation);
  for (const error of errors) findings.push(errorFinding(object, error));
  for (const field of dropped) findings.push(droppedFinding(object, field, minor));
  // The server sends its warnings only with an object that it takes.
  if (findings.some(({ severity }) => severity === 'error')) return { verdict: 'reject', findings, decoded };
  for (const warning of warnings) findings.push(warningFinding(object, warning));
  return { verdict: 'accept', findings, decoded };
}

/** An object of another kind cannot be stored where this one is to go: it is created. */
function validate({ kind, value }: Decoded, minor: Minor, operation: Operation): ReturnType<typeof validateCreate> {
  if (operation.operation === 'create') return validateCreate(kind, value, minor, operation);
  const { stored } = operation;
  if (stored.description.status !== 'known' || stored.description.known !== kind)
    return validateCreate(kind, value, minor);
  const { value: old } = decode(stored.document, stored.node, stored.json(), kind, minor);
  return { ...validateUpdate(kind, old, value, minor), warnings: [] };
}
