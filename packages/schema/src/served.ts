import { kinds, type Kind } from '@podlint/model';

/**
 * The kind as it is served now, for an apiVersion that served it once and was gone before 1.29, so that no version that
 * podlint knows serves it.
 */
export function servedInstead(apiVersion: string, kind: string): Kind | undefined {
  return kinds.find((entry) => entry.kind === kind && entry.onceServed?.includes(apiVersion));
}
