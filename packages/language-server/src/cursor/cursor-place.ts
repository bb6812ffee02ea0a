import type { FieldPath } from '@podlint/field-path';
import { parseText, subtree, type JsonValue, type NodeId, type YamlDocument } from '@podlint/syntax';
import { describeObject, fieldAlong, pathIn, type OwnedField } from '@podlint/schema';
import { kindNamed } from '../knowledge/kinds.js';
import { mended } from './mended.js';
import type { CursorText } from './cursor-text.js';
import { marker, type Target } from './target.js';

/** Where a target is in its object: the document is read with the marker in the place of what is being written. */
export interface CursorPlace {
  readonly target: Target;
  readonly cursor: CursorText;
  readonly document: YamlDocument;
  /** The object's own node. */
  readonly root: NodeId;
  readonly apiVersion?: string | undefined;
  readonly kind?: string | undefined;
  /** The definition of the object, or of the part of one that a fragment is. */
  readonly type?: string | undefined;
  /** From the object to the mapping that holds the key, or to the value. */
  readonly path: FieldPath;
  /** What is expected there; undefined where nothing is known. */
  readonly field: OwnedField | undefined;
  /** The mapping that the key stands in, or that has the value; undefined for items of lists. */
  readonly mapping: NodeId | undefined;
  /** The keys that are there already. */
  readonly siblings: readonly string[];
}

export function cursorPlace(cursor: CursorText, target: Target): CursorPlace | undefined {
  const { chunk } = cursor;
  const text = chunk.slice(0, target.marked.start) + target.text + chunk.slice(target.marked.end);
  const found = markedIn(text);
  // A mistake further up can leave nothing of what follows it.
  const read = found && found.document.problems.length === 0 ? found : (markedIn(mended(text)) ?? found);
  return read && placeOf(cursor, target, read.document, read.node);
}

function markedIn(text: string): { readonly document: YamlDocument; readonly node: NodeId } | undefined {
  for (const document of parseText(text).documents) {
    const node = markedNode(document);
    if (node !== undefined) return { document, node };
  }
  return undefined;
}

function markedNode(document: YamlDocument): NodeId | undefined {
  if (document.root === undefined) return undefined;
  for (const node of subtree(document, document.root)) {
    const isScalar = document.aliasTarget(node) === undefined && document.kind(node) === 'scalar';
    if (document.key(node) === marker || (isScalar && document.scalarText(node) === marker)) return node;
  }
  return undefined;
}

function placeOf(cursor: CursorText, target: Target, document: YamlDocument, node: NodeId): CursorPlace | undefined {
  const isKey = document.key(node) === marker;
  const at = isKey ? document.parent(node)! : node;
  const { root, json } = objectAround(document, at);
  const { apiVersion, kind, known, resembles } = describeObject(json);
  const type = (known ?? resembles)?.definition ?? kindNamed(apiVersion, kind)?.definition;
  const path = pathIn(type, keysBetween(document, root, at));
  const mapping = isKey ? at : document.parent(at);
  const inMapping = mapping !== undefined && document.kind(mapping) === 'mapping' ? mapping : undefined;
  return {
    target: isKey === (target.what === 'key') ? target : { ...target, what: isKey ? 'key' : 'value' },
    cursor,
    document,
    root,
    apiVersion,
    kind,
    type,
    path,
    field: type === undefined ? undefined : fieldAlong({ type }, path),
    mapping: inMapping,
    siblings:
      inMapping === undefined
        ? []
        : document.children(inMapping).flatMap((child) => (child === node ? [] : [String(document.key(child))])),
  };
}

/** The root of the document, or the item of a List that a node is in, and what it says without the marker. */
function objectAround(document: YamlDocument, node: NodeId): { readonly root: NodeId; readonly json: JsonValue } {
  const root = document.root!;
  const json = document.toJSON();
  const kind = isObject(json) && typeof json.kind === 'string' ? json.kind : '';
  const [first, index] = keysBetween(document, root, node);
  if (
    !isObject(json) ||
    !kind.endsWith('List') ||
    first !== 'items' ||
    typeof index !== 'number' ||
    !Array.isArray(json.items)
  )
    return { root, json: withoutMarker(json) };
  const item = json.items[index];
  const inherited: { [key: string]: JsonValue } =
    kind === 'List' ? {} : { apiVersion: json.apiVersion!, kind: kind.slice(0, -'List'.length) };
  return {
    root: document.at(['items', index])!,
    json: isObject(item) ? withoutMarker({ ...inherited, ...item }) : inherited,
  };
}

/** What an object is shows in its first levels. */
const telling = 4;

/** What is being written says nothing yet about what the object is. */
function withoutMarker(json: JsonValue, depth = telling): JsonValue {
  if (depth === 0 || typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((item) => withoutMarker(item, depth - 1));
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) =>
      key === marker || value === marker ? [] : [[key, withoutMarker(value, depth - 1)]],
    ),
  );
}

function isObject(json: JsonValue | undefined): json is { [key: string]: JsonValue } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function keysBetween(document: YamlDocument, root: NodeId, node: NodeId): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: NodeId | undefined = node; at !== undefined && at !== root; at = document.parent(at))
    keys.push(document.key(at) ?? '');
  return keys.reverse();
}
