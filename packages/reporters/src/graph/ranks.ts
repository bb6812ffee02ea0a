import type { GraphReference } from '@podlint/engine';

/**
 * The column of each object: behind all that refer to it. Objects that refer to each other in a circle stand behind those
 * that lead there.
 */
export function ranksOf(ids: Iterable<number>, references: readonly GraphReference[]): ReadonlyMap<number, number> {
  const next = new Map<number, number[]>([...ids].map((id) => [id, []]));
  const waiting = new Map<number, number>([...next.keys()].map((id) => [id, 0]));
  for (const { from, to } of references) {
    if (from === to) continue;
    next.get(from)?.push(to);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const ranks = new Map<number, number>([...next.keys()].map((id) => [id, 0]));
  const done = new Set<number>();
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  const left = new Set(next.keys());
  for (;;) {
    const id = ready.pop() ?? first(left);
    if (id === undefined) return ranks;
    left.delete(id);
    if (done.has(id)) continue;
    done.add(id);
    for (const to of next.get(id) ?? []) {
      if (done.has(to)) continue;
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + 1));
      const count = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, count);
      if (count === 0) ready.push(to);
    }
  }
}

function first(ids: ReadonlySet<number>): number | undefined {
  return ids.values().next().value;
}
