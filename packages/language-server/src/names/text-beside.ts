import type { NodeId } from '@podlint/syntax';
import type { PlacedObject } from './objects.js';

/** The text of another field of a mapping. */
export function textBeside({ document }: PlacedObject, mapping: NodeId, field: string): string | undefined {
  const node = document.child(mapping, field);
  return node === undefined ? undefined : document.scalarText(node);
}
