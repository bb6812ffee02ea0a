import type { PodView } from '@podlint/engine/rule';

/** The name of the service account that a Pod runs under; the server keeps the old field and the new one equal. */
export function serviceAccountOf({ spec }: PodView): string {
  return spec.serviceAccountName || spec.serviceAccount || 'default';
}
