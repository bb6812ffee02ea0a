import type { FieldPath } from '@podlint/field-path';
import { findKind } from '@podlint/model';
import { fieldAlong, usualOrder } from '@podlint/schema';
import type { FieldNodes } from './field-nodes.js';

/** By kind and way: fixes of a run go into the same few places again and again. */
const known = new Map<string, readonly string[]>();
/** Far more than there are; keys of maps in a manifest may be anything. */
const mostKnown = 1024;

/**
 * The order in which people write the fields of what a field is in: a new one goes where a person would put it.
 *
 * @param depth how much of the path leads to the holder
 */
export function usualOrderAt({ document, root }: FieldNodes, depth: number, path: FieldPath): readonly string[] {
  const holder = path.trail[depth];
  if (!holder) return [];
  const text = (key: string): string => {
    const node = document.child(root, key);
    return node === undefined ? '' : (document.scalarText(node) ?? '');
  };
  const [apiVersion, kind] = [text('apiVersion'), text('kind')];
  const way = holder.segments.map((segment) => (typeof segment === 'number' ? '*' : segment));
  const key = [apiVersion, kind, ...way].join('\n');
  const order = known.get(key) ?? orderIn(apiVersion, kind, holder);
  if (known.size < mostKnown) known.set(key, order);
  return order;
}

function orderIn(apiVersion: string, name: string, holder: FieldPath): readonly string[] {
  const type = findKind(apiVersion, name)?.definition;
  const field = type === undefined ? undefined : fieldAlong({ type }, holder);
  return field && field.shape === undefined ? usualOrder(field.type) : [];
}
