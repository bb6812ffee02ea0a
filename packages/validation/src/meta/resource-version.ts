import { defineMessages, type Message } from '@podlint/messages';
import type { ObjectMeta } from './object-meta.js';

const says = defineMessages('resource-version', {
  'not-new':
    'metadata.resourceVersion belongs to an object that is stored already, so the server does not create this one. Remove the field.',
});

const largestUint64 = 2n ** 64n - 1n;

/**
 * The store refuses a new object that says which version of it is stored; what is no number counts as none (Create in
 * apiserver/pkg/storage/etcd3/store.go).
 */
export function storeProblem({ resourceVersion = '' }: Pick<ObjectMeta, 'resourceVersion'>): Message | undefined {
  if (!/^\d+$/.test(resourceVersion)) return undefined;
  const version = BigInt(resourceVersion);
  return version > 0n && version <= largestUint64 ? says['not-new']() : undefined;
}
