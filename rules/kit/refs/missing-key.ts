import { nearestNames, type RunObject } from '@podlint/engine/rule';
import type { KeptReference, KnownObject } from './facts.js';
import { meantBy, type RunIndex } from './run-index.js';

/** A key that an object of the run does not have. */
interface MissingKey {
  readonly key: string;
  /** The object that should have it. */
  readonly holder: KnownObject;
  readonly keys: readonly string[];
  /** The one that was most likely meant. */
  readonly near: string | undefined;
}

/** Undefined for what names no key, where the key is there, and where nobody knows all keys. */
export function missingKey(index: RunIndex, object: RunObject, reference: KeptReference): MissingKey | undefined {
  const { key } = reference;
  if (key === undefined || reference.optional) return undefined;
  const meant = meantBy(object, reference);
  const holders = index.find(meant);
  const [holder] = holders;
  if (!holder || !isKnown(holders) || index.isMade(meant) || holders.some((one) => hasKey(one, key))) return undefined;
  const keys = holder.facts.keys ?? [];
  const [near, ...others] = nearestNames(key, keys);
  return { key, holder, keys, near: others.length === 0 ? near : undefined };
}

/** Whether all that is in the object is in the manifest: something fills an empty one, or one that asks for it. */
function isKnown(holders: readonly KnownObject[]): boolean {
  return holders.every(({ facts: { keys = [] } }) => keys.length > 0);
}

const keySets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Asked for each reference to the object. */
function hasKey({ facts: { keys = [] } }: KnownObject, key: string): boolean {
  const known = keySets.get(keys) ?? new Set(keys);
  keySets.set(keys, known);
  return known.has(key);
}
