import type { FieldPath } from '@podlint/field-path';
import type { Minor, Structured } from '@podlint/model';
import type { JsonValue, NodeId, Range, YamlDocument } from '@podlint/syntax';
import { pathIn } from './structure.js';

/** An object in its document: what every problem needs to find its place and its way out. */
export interface ObjectSource {
  readonly document: YamlDocument;
  /** The node that the object starts at: the root, or an item of a List. */
  readonly start: NodeId;
  /** The object as it was written, nulls and unknown fields included. */
  readonly json: JsonValue;
  readonly kind: Structured;
  readonly minor: Minor;
}

export function nodeAt(
  { document, start }: Pick<ObjectSource, 'document' | 'start'>,
  path: FieldPath,
): NodeId | undefined {
  let node: NodeId | undefined = start;
  for (const segment of path.segments) node = node === undefined ? undefined : document.child(node, segment);
  return node;
}

/** The key of a field, for what is wrong about its name; the value itself where there is no key. */
export function keyRangeOf(document: YamlDocument, node: NodeId): Range {
  return document.keyRange(node) ?? document.rangeOf(node);
}

/** The value, where it is a scalar; else the key, rather than a block of many lines. */
export function valueRangeOf(document: YamlDocument, node: NodeId): Range {
  return document.kind(node) === 'scalar' ? document.rangeOf(node) : keyRangeOf(document, node);
}

/** The path from the object down to a node written inside it; undefined for a node outside. */
export function pathTo({ document, start, kind }: ObjectSource, node: NodeId): FieldPath | undefined {
  const segments: (string | number)[] = [];
  for (let at: NodeId | undefined = node; at !== start; at = document.parent(at)) {
    const key = at === undefined ? undefined : document.key(at);
    if (at === undefined || key === undefined) return undefined;
    segments.push(key);
  }
  return pathIn(kind.definition, segments.reverse());
}

export function valueAt(json: JsonValue, path: FieldPath): JsonValue | undefined {
  let value: JsonValue | undefined = json;
  for (const segment of path.segments) value = childOf(value, segment);
  return value;
}

/** The value under a key or index; undefined where there is none. */
export function childOf(value: JsonValue | undefined, segment: string | number): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(segment)];
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

export function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
