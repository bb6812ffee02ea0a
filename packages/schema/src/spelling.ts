import { smallest } from '@podlint/plain';

/**
 * How many letters have to be changed, added, dropped or swapped with their neighbour to turn one word into the other
 * (Damerau-Levenshtein, each letter touched once); `limit` + 1 for anything beyond the limit.
 */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const straight = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      row.push(swapped ? Math.min(straight, beforeLast[j - 2]! + 1) : straight);
    }
    if (smallest(row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[to.length]!, limit + 1);
}

/** In a word this short two slips leave nothing to recognise. */
const shortName = 5;

/**
 * The names with the fewest slips (at most two) from what was written; those that differ by case only count as having
 * none. Near enough for a fix.
 */
export function nearestNames(written: string, names: readonly string[]): string[] {
  const limit = written.length <= shortName ? 1 : 2;
  return namesWithin(() => limit, written, names);
}

/**
 * The name that was most likely meant, by somebody who had to write one of these. Near enough for a hint, which does no
 * harm where it is wrong: a third of the name may differ, as it does where a part is left out.
 */
export function nearestChoice(written: string, names: readonly string[]): string | undefined {
  return namesWithin((name) => Math.max(2, Math.floor(name.length / 3)), written, names)[0];
}

/** The nearest of the names that have at most as many slips as each may have. */
function namesWithin(limitOf: (name: string) => number, written: string, names: readonly string[]): string[] {
  const lower = written.toLowerCase();
  const distances = names.map((name) => {
    const limit = limitOf(name);
    const distance = editDistance(lower, name.toLowerCase(), limit);
    return distance > limit ? Infinity : distance;
  });
  const least = smallest(distances);
  return least === Infinity ? [] : names.filter((_, index) => distances[index] === least);
}

export function differsByCaseOnly(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * The names that go on where the written one ends, as `configMapKeyRef` begins with `configMap`, and those that it ends
 * in, as `configMapName` ends in `name`.
 */
export function namesSharingWords(written: string, names: readonly string[]): string[] {
  const longer = names.filter((name) => name.startsWith(written) && /^[A-Z]/.test(name.slice(written.length)));
  if (longer.length > 0) return longer;
  return names.filter((name) => written.endsWith(name.slice(0, 1).toUpperCase() + name.slice(1)));
}

/** The names that end in the written one, as `secretName` ends in `name`. */
export function namesEndingIn(written: string, names: readonly string[]): string[] {
  const capitalised = written.slice(0, 1).toUpperCase() + written.slice(1);
  return names.filter((name) => name.endsWith(capitalised));
}
