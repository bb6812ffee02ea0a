import type { Change, FieldPath } from '@podlint/field-path';
import {
  insertField,
  insertItem,
  joinedRemovals,
  meetsInMerge,
  moveItem,
  removeEntry,
  renameKey,
  replaceValue,
  wrapEntry,
  type JsonValue,
  type NodeId,
  type TextEdit,
} from '@podlint/syntax';
import type { Choice, Fix } from '../findings/diagnostic.js';
import { usualOrderAt } from './usual-order.js';
import type { FieldNodes } from './field-nodes.js';
import type { ChoiceProposal, Finding, FixProposal } from './rule.js';

/** Worked out now, where a rule leaves that for later. */
export function proposalsOf({ fixes = [] }: Finding): readonly FixProposal[] {
  return typeof fixes === 'function' ? fixes() : fixes;
}

/** The same of its choices. */
export function choiceProposalsOf({ choices = [] }: Pick<Finding, 'choices'>): readonly ChoiceProposal[] {
  return typeof choices === 'function' ? choices() : choices;
}

/**
 * The edits that a proposal comes to; none where the text leaves no room for it (a field that an alias or merge key
 * brings).
 */
export function fixesOf(nodes: FieldNodes, { title, safety, changes }: FixProposal): Fix[] {
  if (changes.some((change) => isInMerge(nodes, change))) return [];
  const edits = editsOfAll(nodes, changes);
  return edits ? [{ title, safety, edits }] : [];
}

export function choicesOf(nodes: FieldNodes, { title, changes, preferred }: ChoiceProposal): Choice[] {
  const edits = editsOfAll(nodes, changes);
  return edits ? [{ title, edits, ...(preferred && { preferred }) }] : [];
}

/** Beside a merge key, what one fix writes may be what another one writes into the mapping that is merged. */
function isInMerge(nodes: FieldNodes, { change, path }: Change): boolean {
  if (change !== 'set' || nodes.nodeOf(path) !== undefined) return false;
  const { node, missing } = nodes.nearest(path);
  return meetsInMerge(nodes.document, node, String(missing[0]));
}

function editsOfAll(nodes: FieldNodes, changes: readonly Change[]): readonly TextEdit[] | undefined {
  const edits = changes.map((change) => editsOf(nodes, change));
  if (edits.some((made) => made === undefined)) return undefined;
  return joinedRemovals(
    nodes.document.text,
    edits.flatMap((made) => made ?? []),
  );
}

function editsOf(nodes: FieldNodes, change: Change): readonly TextEdit[] | undefined {
  const { document } = nodes;
  const node = nodes.nodeOf(change.path);
  switch (change.change) {
    case 'set':
      return node === undefined
        ? insertion(nodes, change.path, change.value as JsonValue)
        : replaceValue(document, node, change.value as JsonValue);
    case 'remove':
      return node === undefined ? undefined : removeEntry(document, node);
    case 'rename':
      return node === undefined ? undefined : renameKey(document, node, change.name);
    case 'move':
      return node === undefined ? undefined : relocation(nodes, node, change.list, change.fields);
    case 'wrap':
      return node === undefined
        ? undefined
        : wrapEntry(
            document,
            node,
            change.levels.map(({ name, before }) => ({ key: name, before: before as Record<string, JsonValue> })),
          );
  }
}

function relocation(
  nodes: FieldNodes,
  item: NodeId,
  list: FieldPath,
  fields: Readonly<Record<string, unknown>>,
): readonly TextEdit[] | undefined {
  const mapping = nodes.nodeOf(list.holder);
  const to = mapping === undefined ? undefined : { mapping, key: String(list.segment) };
  return to && moveItem(nodes.document, item, to, fields as Record<string, JsonValue>);
}

/**
 * Inserts at the deepest collection that is there, with the levels in between; an index that a list does not have yet
 * stands for a new item at its end.
 */
function insertion(nodes: FieldNodes, path: FieldPath, value: JsonValue): readonly TextEdit[] | undefined {
  const { node: parent, missing } = nodes.nearest(path);
  if (missing.length === 1 && typeof missing[0] === 'number') return insertItem(nodes.document, parent, value);
  if (missing.some((segment) => typeof segment === 'number')) return undefined;
  const inserted = missing.slice(1).reduceRight<JsonValue>((inner, name) => ({ [name]: inner }), value);
  const order = usualOrderAt(nodes, path.segments.length - missing.length, path);
  return insertField(nodes.document, parent, String(missing[0]), inserted, { order });
}
