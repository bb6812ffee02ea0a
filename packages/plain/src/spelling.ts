import { addTo, smallest } from './lists.js';

/**
 * How many letters have to be changed, added, dropped or swapped with their neighbour to turn one word into the other
 * (Damerau-Levenshtein, each letter touched once); `limit` + 1 for anything beyond the limit.
 */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) end++;
  return distanceOf(from.slice(start, from.length - end), to.slice(start, to.length - end), limit);
}

/** Only what is at most so many letters off the diagonal can be within the limit. */
function distanceOf(from: string, to: string, limit: number): number {
  if (from.length === 0 || to.length === 0) return Math.min(Math.max(from.length, to.length), limit + 1);
  const beyond = limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = Array.from({ length: to.length + 1 }, () => beyond);
    if (i <= limit) row[0] = i;
    let least = row[0]!;
    for (let j = Math.max(1, i - limit); j <= Math.min(to.length, i + limit); j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const straight = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1), beyond);
      row[j] = swapped ? Math.min(straight, beforeLast[j - 2]! + 1) : straight;
      least = Math.min(least, row[j]!);
    }
    if (least > limit) return beyond;
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[to.length]!, beyond);
}

/** In a word this short two slips leave nothing to recognise. */
const shortName = 5;

/**
 * The names with the fewest slips (at most two) from what was written; those that differ by case only count as having
 * none. Near enough for a fix.
 */
export function nearestNames(written: string, names: readonly string[]): string[] {
  const limit = written.length <= shortName ? 1 : 2;
  return namesWithin(() => limit, written, names.length > mostNames ? nearNames(written, names) : names);
}

/** Of more names than these only those are looked at that come from one letter dropped on either side. */
const mostNames = 500;
const byDroppedLetter = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

function nearNames(written: string, names: readonly string[]): string[] {
  const index = byDroppedLetter.get(names) ?? indexOf(names);
  byDroppedLetter.set(names, index);
  const near = new Set(withDroppedLetter(written.toLowerCase()).flatMap((key) => index.get(key) ?? []));
  return [...near];
}

function indexOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const name of names) {
    for (const key of withDroppedLetter(name.toLowerCase())) {
      addTo(index, key, name);
    }
  }
  return index;
}

/** A name is no longer than this; what is longer has no slip that anybody would see. */
const longestName = 300;

function withDroppedLetter(word: string): string[] {
  if (word.length > longestName) return [word];
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
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

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `; did you mean "${suggestion}"?`;
}

/** `"a", "b" or "c"` */
export function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => JSON.stringify(name));
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
