import type { BuiltRoot } from '../builds/hook.js';
import { pairsOf, type Pair } from './pairs.js';
import type { BrokenBuild, NotCompared } from './report.js';
import type { Side } from './side.js';
import type { SideObject } from './side-object.js';

/** The objects of two sides, as far as both can be read. */
export interface ComparedSides {
  readonly pairs: readonly Pair[];
  readonly notCompared: readonly NotCompared[];
  /** Kustomizations that could be built before and cannot be built now. */
  readonly broken: readonly BrokenBuild[];
}

/** What one side cannot tell is left out of the other too: it would look as if all of it were new, or gone. */
export function compareSides(old: Side, now: Side): ComparedSides {
  const failed = new Set([...old.failed, ...now.failed].map(({ name }) => name));
  const within = new Set(
    [...rootsOf(old), ...rootsOf(now)].flatMap(({ name, takes }) => (failed.has(name) ? [...takes] : [])),
  );
  const unread = new Set([...old.leftOut, ...now.leftOut].flatMap(({ kind, what }) => (kind === 'file' ? [what] : [])));
  const isTold = ({ file: { root, path } }: SideObject): boolean =>
    root ? !failed.has(root.name) && !within.has(root.kustomization) : !unread.has(path) && !within.has(path);
  const failedBefore = new Set(old.failed.map(({ name }) => name));
  // What only builds that fail take in fails for the same reason.
  const isBroken = ({ name, kustomization }: BuiltRoot): boolean =>
    !failedBefore.has(name) && !now.failed.some((other) => other.name !== name && other.takes.has(kustomization));
  const whyBroken = new Map(
    now.leftOut.flatMap(({ kind, what, reason, place }) =>
      kind === 'build' ? [[what, { build: what, reason, ...(place && { place }) }] as const] : [],
    ),
  );
  return {
    pairs: pairsOf(old.objects.filter(isTold), now.objects.filter(isTold)),
    notCompared: joined(old, now).filter(({ kind, side }) => kind !== 'build' || side !== 'now'),
    broken: now.failed.filter(isBroken).flatMap(({ name }) => whyBroken.get(name) ?? []),
  };
}

function rootsOf({ failed, objects }: Side): readonly BuiltRoot[] {
  return [...failed, ...new Set(objects.flatMap(({ file }) => file.root ?? []))];
}

function joined(old: Side, now: Side): NotCompared[] {
  const all = new Map<string, NotCompared>();
  for (const one of old.leftOut) all.set(keyOf(one), { ...one, side: 'before' });
  for (const one of now.leftOut) {
    const key = keyOf(one);
    all.set(key, { ...one, side: all.get(key)?.side === undefined ? 'now' : 'both' });
  }
  return [...all.values()];
}

function keyOf({ what, kind, reason }: Omit<NotCompared, 'side'>): string {
  return [what, kind, reason].join('\n');
}
