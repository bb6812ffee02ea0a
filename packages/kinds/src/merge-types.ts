import { own } from '@podlint/plain';
import { atomicDefinitions, mergeTypes, type MergeType } from '@podlint/schemas/merge-types';

export type { MergeType };

const atomic: ReadonlySet<string> = new Set(atomicDefinitions);

/** How server-side apply merges a field of a definition; undefined: a list is replaced as a whole, a map merged key by key. */
export function mergeTypeOf(definition: string, field: string): MergeType | undefined {
  return own(own(mergeTypes, definition), field);
}

/** Whether objects of a definition are replaced as a whole. */
export function isAtomicDefinition(definition: string): boolean {
  return atomic.has(definition);
}
