import { createLinterWith, documentsOf, type Explanation } from '@podlint/engine';
import { own } from '@podlint/plain';
import {
  applyEdits,
  insertField,
  removeEntry,
  replaceScalar,
  type JsonValue,
  type NodeId,
  type TextEdit,
  type YamlDocument,
} from '@podlint/syntax';
import type { FileView } from '../../service/file-view.js';
import type { Effective } from './effective.js';

/**
 * The file with everything in it that the server would fill in, and without what it would drop: what is written stays
 * as it is, where it is, so that a comparison with the file shows nothing else. Objects that are not judged stay too;
 * null where none is.
 */
export function effectiveSource(view: FileView): Effective | null {
  const linter = createLinterWith([], { settingsFor: () => view.settings });
  const pass = (text: string, edit: Edit): string | undefined => {
    const stored = linter.explain([{ path: view.path, text }]).filter(({ effective }) => effective);
    return stored.length === 0 ? undefined : applyEdits(text, editsOf(text, stored, edit));
  };
  // In two steps, as what is taken out can be where something else goes in.
  const changed = pass(view.text.getText(), change);
  const filled = changed === undefined ? undefined : pass(changed, fillIn);
  return filled === undefined ? null : { text: filled };
}

/**
 * What has to be done to a node of a document to make it that value. What an alias stands for is edited where it is
 * written.
 */
type Edit = (document: YamlDocument, node: NodeId, value: JsonValue) => TextEdit[];

function editsOf(text: string, stored: readonly Explanation[], edit: Edit): TextEdit[] {
  const documents = new Map(documentsOf(text).map(({ index, document }) => [index, document]));
  return stored.flatMap(({ index, item, effective, podPresets }) => {
    const document = documents.get(index);
    const node = document && (item === undefined ? document.root : document.at(['items', item]));
    return node === undefined ? [] : edit(document!, node, (podPresets?.effective ?? effective) as JsonValue);
  });
}

/** Takes out what is not stored, and writes scalars as they are stored. */
function change(document: YamlDocument, node: NodeId, value: JsonValue): TextEdit[] {
  if (document.aliasTarget(node) !== undefined) return [];
  if (document.kind(node) === 'scalar')
    return typeof value === 'object' || String(document.value(node)) === String(value)
      ? []
      : (replaceScalar(document, node, value) ?? []);
  return document.children(node).flatMap((child) => {
    const stored = memberOf(value, document.key(child));
    return stored === undefined ? (removeEntry(document, child) ?? []) : change(document, child, stored);
  });
}

/** The deeper ones first: of insertions at one place the earlier one comes out on top. */
function fillIn(document: YamlDocument, node: NodeId, value: JsonValue): TextEdit[] {
  if (document.aliasTarget(node) !== undefined) return [];
  const inside = document.children(node).flatMap((child) => {
    const stored = memberOf(value, document.key(child));
    return stored === undefined ? [] : fillIn(document, child, stored);
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return inside;
  return [
    ...inside,
    ...Object.entries(value).flatMap(([key, stored]) => insertField(document, node, key, stored) ?? []),
  ];
}

function memberOf(value: JsonValue, key: string | number | undefined): JsonValue | undefined {
  return typeof value === 'object' && value !== null && key !== undefined
    ? own(value as Record<string | number, JsonValue>, key)
    : undefined;
}
