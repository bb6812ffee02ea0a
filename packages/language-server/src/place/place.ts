import type { FieldPath } from '@podlint/field-path';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import { fieldAlong, pathIn, type OwnedField } from '@podlint/schema';
import { kindNamed } from '../knowledge/kinds.js';
import type { DocumentView, FileView, ObjectView } from '../service/file-view.js';

/** Something written in an object, at an offset. */
export interface Place {
  readonly document: YamlDocument;
  readonly object: ObjectView;
  readonly node: NodeId;
  readonly on: 'key' | 'value';
  /** From the object down to the node. */
  readonly path: FieldPath;
  /** What the kind has there; undefined for a field, or a kind, that is not known. */
  readonly field: OwnedField | undefined;
}

type Documents = Pick<FileView, 'documents'>;

/** The document around an offset: the last one that starts at or before it. */
export function documentAt(view: Documents, offset: number): DocumentView | undefined {
  const { documents } = view;
  let low = 0;
  let high = documents.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (documents[middle]!.document.range.start <= offset) low = middle;
    else high = middle - 1;
  }
  const found = documents[low];
  return found && found.document.range.start <= offset && offset <= found.document.range.end ? found : undefined;
}

export function placeAt(view: Documents, offset: number): Place | undefined {
  const found = documentAt(view, offset);
  if (found?.document.root === undefined) return undefined;
  const { document } = found;
  const at = nodeAt(document, offset);
  return at && placeOf(found, at.node, at.on);
}

function placeOf({ document, objects }: DocumentView, node: NodeId, on: Place['on']): Place | undefined {
  const segments: (string | number)[] = [];
  const roots = new Map(objects.map((object) => [object.node, object]));
  for (let at: NodeId | undefined = node; at !== undefined; at = document.parent(at)) {
    const object = roots.get(at);
    if (object) {
      const path = pathIn(typeOf(object), segments.reverse());
      return { document, object, node, on, path, field: fieldIn(object, path) };
    }
    const key = document.key(at);
    if (key === undefined) return undefined;
    segments.push(key);
  }
  return undefined;
}

export function fieldIn(object: ObjectView, path: FieldPath): OwnedField | undefined {
  const type = typeOf(object);
  return type === undefined ? undefined : fieldAlong({ type }, path);
}

/** The definition of an object, or of the part of one that a fragment is. */
export function typeOf({ description }: ObjectView): string | undefined {
  const { apiVersion, kind, known, resembles } = description;
  return (known ?? resembles)?.definition ?? kindNamed(apiVersion, kind)?.definition;
}

/** The innermost node whose key or value holds an offset; both ends belong to it. */
export function nodeAt(
  document: YamlDocument,
  offset: number,
): { readonly node: NodeId; readonly on: Place['on'] } | undefined {
  let node = document.root;
  if (node === undefined || !holds(document.rangeOf(node), offset)) return undefined;
  for (;;) {
    const next = childAt(document, node, offset);
    if (next === undefined) return { node, on: 'value' };
    if (next.on === 'key') return next;
    node = next.node;
  }
}

function childAt(
  document: YamlDocument,
  parent: NodeId,
  offset: number,
): { readonly node: NodeId; readonly on: Place['on'] } | undefined {
  if (document.aliasTarget(parent) !== undefined) return undefined;
  for (const node of document.children(parent)) {
    const key = document.keyRange(node);
    if (key && holds(key, offset)) return { node, on: 'key' };
    if (holds(document.rangeOf(node), offset)) return { node, on: 'value' };
  }
  return undefined;
}

function holds({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end;
}
