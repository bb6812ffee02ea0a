import type { FieldPath } from '@podlint/field-path';
import { kinds } from '@podlint/model';
import { fieldAlong, usualOrder } from '@podlint/schema';
import type { FieldNodes } from './field-nodes.js';

/**
 * The order in which people write the fields of what a field is in: a new one goes where a person would put it.
 *
 * @param depth how much of the path leads to the holder
 */
export function usualOrderAt(nodes: FieldNodes, depth: number, path: FieldPath): readonly string[] {
  const type = definitionOf(nodes);
  const holder = path.trail[depth];
  const field = type === undefined || !holder ? undefined : fieldAlong({ type }, holder);
  return field && field.shape === undefined ? usualOrder(field.type) : [];
}

function definitionOf({ document, root }: FieldNodes): string | undefined {
  const text = (key: string): string | undefined => {
    const node = document.child(root, key);
    return node === undefined ? undefined : document.scalarText(node);
  };
  const [apiVersion, name] = [text('apiVersion'), text('kind')];
  return kinds.find((kind) => kind.apiVersion === apiVersion && kind.kind === name)?.definition;
}
