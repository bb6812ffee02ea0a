import { type JsonValue, applyEdits, insertField, insertItem, parseText } from '@podlint/syntax';
import type { Operation } from './operations.js';

/** What an inline patch of a kustomization is for. */
export interface PatchTarget {
  readonly group?: string | undefined;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

type Edits = NonNullable<ReturnType<typeof insertItem>>;

/** Adds an entry to `patches`; undefined: it is no list, or the kustomization cannot be read. */
export function withEntry(
  kustomization: string,
  target: PatchTarget,
  operations: readonly Operation[],
): Edits | undefined {
  const [document] = parseText(kustomization).documents;
  if (document?.root === undefined || document.problems.length > 0) return undefined;
  const entry = entryOf(target, operations);
  const patches = document.child(document.root, 'patches');
  if (patches === undefined) return insertField(document, document.root, 'patches', [entry]);
  return document.kind(patches) === 'sequence' ? insertItem(document, patches, entry) : undefined;
}

/** The text with an entry for each, as far as they can be added. */
export function withEntries(
  kustomization: string,
  entries: readonly { readonly target: PatchTarget; readonly operations: readonly Operation[] }[],
): string {
  return entries.reduce((text, { target, operations }) => {
    const edits = withEntry(text, target, operations);
    return edits ? applyEdits(text, edits) : text;
  }, kustomization);
}

function entryOf({ group, kind, name, namespace }: PatchTarget, operations: readonly Operation[]): JsonValue {
  return {
    target: { ...(group && { group }), kind, name, ...(namespace && { namespace }) },
    patch: operations.map(written).join(''),
  };
}

/** In the order in which people write them. JSON is YAML, and leaves no doubt about the type of a value. */
function written(operation: Operation): string {
  const value = operation.op === 'remove' ? '' : `  value: ${JSON.stringify(operation.value)}\n`;
  return `- op: ${operation.op}\n  path: ${plainPath(operation.path)}\n${value}`;
}

/** Most paths need no quotes. */
function plainPath(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : JSON.stringify(path);
}
