import { createLinterWith, documentsOf, type Explanation } from '@podlint/engine';
import { FieldPath } from '@podlint/field-path';
import { findKind } from '@podlint/model';
import { own } from '@podlint/plain';
import { fieldAlong, usualOrder, type OwnedField } from '@podlint/schema';
import {
  applyEdits,
  insertField,
  isJson,
  removeEntry,
  replaceScalar,
  type JsonValue,
  type NodeId,
  type TextEdit,
  type YamlDocument,
} from '@podlint/syntax';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultsOf } from '../../place/effective.js';
import type { FileView } from '../../service/file-view.js';
import type { Effective } from './effective.js';

/**
 * The file with everything in it that the server would fill in, and without what it would drop: what is written stays
 * as it is, where it is, so that a comparison with the file shows nothing else. Objects that are not judged stay too;
 * null where none is.
 */
export function effectiveSource(view: FileView): EffectiveSource | null {
  const linter = createLinterWith([], { settingsFor: () => view.settings });
  const pass = (text: string, edit: Edit): string | undefined => {
    const stored = linter.explain([{ path: view.path, text }]).filter(({ effective }) => effective);
    return stored.length === 0 ? undefined : applyEdits(text, editsOf(text, stored, edit));
  };
  // In two steps, as what is taken out can be where something else goes in.
  const changed = pass(view.text.getText(), change);
  const filled = changed === undefined ? undefined : pass(changed, fillIn);
  return filled === undefined ? null : { text: filled, reasons: reasonsOf(view, filled) };
}

/** Why a line of the text is there, which nobody wrote. */
interface Reason {
  /** From 0. */
  readonly line: number;
  readonly why: string;
}

interface EffectiveSource extends Effective {
  readonly reasons: readonly Reason[];
}

/** The reasons of the defaults of the source, where they stand in what was made of it. */
function reasonsOf(view: FileView, filled: string): Reason[] {
  const now = TextDocument.create(view.uri, 'yaml', 0, filled);
  const documents = new Map(documentsOf(filled).map(({ index, document }) => [index, document]));
  const reasons = view.documents.flatMap(({ index, objects }) =>
    objects.flatMap((object) => {
      const document = documents.get(index);
      if (!document) return [];
      return [...defaultsOf(view, object).values()].flatMap(({ field, value, why }) => {
        const keys = field.segments;
        const node = document.at(object.item === undefined ? keys : ['items', object.item, ...keys]);
        const start = node === undefined ? undefined : (document.keyRange(node) ?? document.rangeOf(node)).start;
        return start === undefined ? [] : [{ line: now.positionAt(start).line, why: withoutValue(why, value) }];
      });
    }),
  );
  return [...new Map(reasons.map((reason) => [reason.line, reason])).values()].sort((a, b) => a.line - b.line);
}

/** `IfNotPresent, because ...`: the value stands beside it. */
function withoutValue(why: string, value: unknown): string {
  const said = `${String(value)}, `;
  return why.startsWith(said) ? why.slice(said.length) : why;
}

/**
 * The same for who can show no hints beside a text: the reasons are comments. In JSON, which has none, and behind what a
 * line of a longer text says, they are left out.
 */
export function effectiveWithComments(view: FileView): Effective | null {
  const made = effectiveSource(view);
  if (!made || documentsOf(made.text).some(({ document }) => isJson(document))) return made;
  const lines = made.text.split('\n');
  for (const { line, why } of made.reasons) lines[line] = commented(lines[line] ?? '', why);
  return { text: lines.join('\n') };
}

function commented(line: string, why: string): string {
  const [, content = '', end = ''] = /^(.*?)(\r?)$/.exec(line)!;
  return /#|[|>][-+\d]*$/.test(content) ? line : `${content}  # ${why}${end}`;
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

function fillIn(document: YamlDocument, node: NodeId, value: JsonValue): TextEdit[] {
  const [apiVersion, kind] = [memberOf(value, 'apiVersion'), memberOf(value, 'kind')];
  const type =
    typeof apiVersion === 'string' && typeof kind === 'string' ? findKind(apiVersion, kind)?.definition : undefined;
  return filledIn(document, node, value, type === undefined ? undefined : { ...whole, type });
}

/** An object, as if it were the value of a field. */
const whole: Omit<OwnedField, 'type'> = { owner: '', name: '' };

/**
 * What is missing stands where people write it. The deeper ones first: of insertions at one place the earlier one comes
 * out on top.
 */
function filledIn(document: YamlDocument, node: NodeId, value: JsonValue, field: OwnedField | undefined): TextEdit[] {
  if (document.aliasTarget(node) !== undefined) return [];
  const inside = document.children(node).flatMap((child) => {
    const key = document.key(child);
    const stored = memberOf(value, key);
    const below = field && key !== undefined ? fieldAlong(field, wayTo(key)) : undefined;
    return stored === undefined ? [] : filledIn(document, child, stored, below);
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return inside;
  const order = field && field.shape === undefined ? usualOrder(field.type) : [];
  return [
    ...inside,
    ...Object.entries(value).flatMap(([key, stored]) => insertField(document, node, key, stored, { order }) ?? []),
  ];
}

function wayTo(key: string | number): FieldPath {
  return typeof key === 'number' ? FieldPath.root.index(key) : FieldPath.root.child(key);
}

function memberOf(value: JsonValue, key: string | number | undefined): JsonValue | undefined {
  return typeof value === 'object' && value !== null && key !== undefined
    ? own(value as Record<string | number, JsonValue>, key)
    : undefined;
}
