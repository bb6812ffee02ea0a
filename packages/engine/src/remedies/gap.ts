import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';
import type { SourceObject } from '../documents/objects.js';
import { nodeAt } from '../findings/locate.js';

/** Where the server misses something, or does not take what is there. */
export interface Gap {
  readonly object: SourceObject;
  readonly path: FieldPath;
  /** The values that the server takes there, where it names them. */
  readonly allowed: readonly string[];
}

/** The value at a path of an object, as it is written; undefined for what the manifest does not have. */
export function readAt({ object: { document, node } }: Gap, path: FieldPath): unknown {
  const found = nodeAt(document, node, path);
  return found === undefined ? undefined : jsonOf(document, found);
}

function jsonOf(document: YamlDocument, node: NodeId): JsonValue {
  if (document.kind(node) === 'sequence') return document.children(node).map((child) => jsonOf(document, child));
  if (document.kind(node) === 'scalar') return document.value(node) ?? null;
  const entries = document
    .children(node)
    .map((child) => [String(document.key(child)), jsonOf(document, child)] as const);
  return Object.fromEntries(entries);
}

/** A text with something in it. */
export function textAt(gap: Gap, path: FieldPath): string | undefined {
  const value = readAt(gap, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The items of a list; none where there is no list. */
export function listAt(gap: Gap, path: FieldPath): readonly unknown[] | undefined {
  const value = readAt(gap, path);
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

export type Labels = Readonly<Record<string, string>>;

/** A map of texts with something in it. */
export function labelsAt(gap: Gap, path: FieldPath): Labels | undefined {
  const value = readAt(gap, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([, text]) => typeof text === 'string') ? (value as Labels) : undefined;
}

/** Of lists that were asked: each of their items may lack something. */
const knownTexts = new WeakMap<YamlDocument, Map<string, readonly (string | undefined)[]>>();

/** What each item of a list holds under a key; undefined where that is no text. Empty where there is no list. */
export function textOfEach(gap: Gap, list: FieldPath, key: string): readonly (string | undefined)[] {
  const { document, node } = gap.object;
  const known = knownTexts.get(document) ?? new Map<string, readonly (string | undefined)[]>();
  knownTexts.set(document, known);
  const name = `${node} ${list.toString()} ${key}`;
  const texts = known.get(name) ?? (listAt(gap, list) ?? []).map((item) => textUnder(item, key));
  known.set(name, texts);
  return texts;
}

/** The same, of those that hold a text. */
export function textsIn(gap: Gap, list: FieldPath, key: string): readonly string[] {
  return textOfEach(gap, list, key).filter((text) => text !== undefined);
}

function textUnder(item: unknown, key: string): string | undefined {
  const value =
    typeof item === 'object' && item !== null ? own(item as Readonly<Record<string, unknown>>, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
