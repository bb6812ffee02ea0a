import type { FieldPath } from '@podlint/field-path';
import type { Minor, Structured } from '@podlint/model';
import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';
import { check, type Failure } from './check.js';
import { duplicateKeys } from './duplicate-key.js';
import { isLargestInt64 } from './go-values.js';
import { normaliseStruct } from './normalise.js';
import type { SchemaProblem } from './problem.js';
import { isObject, nodeAt, valueAt, type ObjectSource } from './source.js';
import { plainUnknownField, unknownField } from './unknown-field.js';
import { annotationProblems, type UnreadableAnnotation } from './unreadable-annotation.js';
import { wrongType } from './wrong-type.js';

export interface Decoding {
  /** What the server would hold: `json` itself, changed. What failed is not in it. */
  readonly value: { [key: string]: JsonValue };
  /** In the order of the document. */
  readonly problems: readonly SchemaProblem[];
  /** The server stops at a value of a wrong type, and judges nothing else. */
  readonly undecodable: boolean;
}

/**
 * Decodes an object as the API server of that version does: strictly, telling upper and lower case apart.
 *
 * @param start the node the object starts at: the document's root, or an item of a List
 * @param json the object as plain JSON, from `document.toJSON()`; given away: it is changed and becomes the value
 * @param unreadableAnnotation names an annotation that the kind decodes with the object, and that cannot be
 */
export function decode(
  document: YamlDocument,
  start: NodeId,
  json: JsonValue,
  kind: Structured,
  minor: Minor,
  unreadableAnnotation?: UnreadableAnnotation,
): Decoding {
  const source: ObjectSource = { document, start, json, kind, minor };
  const { failures: found, loose } = check(json, kind, minor);
  const failures = found.filter((failure) => !isExactAfterAll(source, failure));
  const problems = [...duplicateKeys(source), ...failures.map((failure, index) => describe(source, failure, index))];
  for (const failure of failures) remove(json, failure);
  const value = isObject(json) ? json : {};
  if (loose || failures.length > 0) normaliseStruct(value, kind.definition, minor);
  const annotations = unreadableAnnotation ? annotationProblems(source, value, unreadableAnnotation) : [];
  return {
    value,
    problems: [...problems, ...annotations].sort((a, b) => a.range.start - b.range.start),
    undecodable: annotations.length > 0 || failures.some((failure) => failure.kind === 'wrong-type'),
  };
}

/** What is wrong about a value that has no text to point into. */
export interface ValueDecoding extends Pick<Decoding, 'value' | 'undecodable'> {
  readonly unknown: readonly FieldPath[];
  readonly wrongType: readonly FieldPath[];
}

/** The same for a value that no document holds; given away as well. */
export function decodeValue(json: JsonValue, kind: Structured, minor: Minor): ValueDecoding {
  const { failures, loose } = check(json, kind, minor);
  const pathsOf = (wanted: Failure['kind']): FieldPath[] =>
    failures.filter((failure) => failure.kind === wanted).map(({ path }) => path);
  for (const failure of failures) remove(json, failure);
  const value = isObject(json) ? json : {};
  if (loose || failures.length > 0) normaliseStruct(value, kind.definition, minor);
  const wrongType = pathsOf('wrong-type');
  return { value, unknown: pathsOf('unknown'), wrongType, undecodable: wrongType.length > 0 };
}

function isExactAfterAll(source: ObjectSource, { path, value, expected }: Failure): boolean {
  if (expected.type !== 'int64' || expected.shape) return false;
  const node = nodeAt(source, path);
  return node !== undefined && isLargestInt64(value, source.document.scalarText(node));
}

/**
 * The server names no more unknown fields than these (saveStrictError in sigs.k8s.io/json); podlint names all, but does
 * not look for what was meant by more.
 */
const mostExplained = 100;

function describe(source: ObjectSource, failure: Failure, index: number): SchemaProblem {
  if (failure.kind === 'wrong-type') return wrongType(source, failure);
  return index < mostExplained ? unknownField(source, failure) : plainUnknownField(source, failure);
}

/** Takes a failed value out; in a list a null keeps the places of the others, and is then a zero value. */
function remove(json: JsonValue, { path }: Failure): void {
  const holder = valueAt(json, path.holder);
  if (Array.isArray(holder)) holder[Number(path.segment)] = null;
  else if (isObject(holder) && path.parent) Reflect.deleteProperty(holder, path.segment);
}
