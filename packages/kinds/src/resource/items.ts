import { defineMessages } from '@podlint/messages';
import type { FieldPath, Minor } from '@podlint/model';
import { type Context, type ErrorDetails, FirstUses, related } from '@podlint/validation';

const says = defineMessages('device-list', {
  'too-many': 'There are {count} entries, and {limit} are allowed. Remove some.',
  twice: '"{key}" is listed twice. Remove one, or give it another name.',
});

/** Before this minor a list that is too long was looked through all the same, and a duplicate named by its field. */
const listsCutShortSince: Minor = 35;
/** Since then a wrong key is reported of the whole map. */
const keysOfWholeMapSince: Minor = 36;

/** Looks at each item of a list; one that is too long is not looked through (validateSlice). */
export function validateItems<Item>(
  items: readonly Item[],
  limit: number,
  path: FieldPath,
  context: Context,
  check: (item: Item, path: FieldPath) => void,
): void {
  if (!reportTooMany(items.length, limit, path, context)) return;
  for (let i = 0; i < items.length; i++) check(items[i]!, path.index(i));
}

/** How the items of a set are told apart: by a field, or by themselves. */
export interface SetKey<Item> {
  readonly keyOf: (item: Item) => string;
  readonly field?: keyof Item & string;
}

export const byName: SetKey<{ readonly name?: string }> = { keyOf: ({ name = '' }) => name, field: 'name' };
export const byText: SetKey<string> = { keyOf: (text) => text };

/** The same for a list in which nothing may be twice (validateSet). */
export function validateSet<Item>(
  items: readonly Item[],
  key: SetKey<Item>,
  limit: number,
  path: FieldPath,
  context: Context,
  check: (item: Item, path: FieldPath) => void,
): void {
  if (!reportTooMany(items.length, limit, path, context)) return;
  items.forEach((item, i) => {
    check(item, path.index(i));
  });
  reportDuplicates(items, key, path, context);
}

/** What is in a list for the second time. */
export function reportDuplicates<Item>(
  items: readonly Item[],
  { keyOf, field }: SetKey<Item>,
  path: FieldPath,
  context: Context,
): void {
  const uses = new FirstUses<FieldPath>();
  items.forEach((item, i) => {
    const at = path.index(i);
    const first = uses.record(keyOf(item), at);
    if (!first) return;
    const named = field ? at.child(field) : at;
    context.report.duplicate(context.minor < listsCutShortSince ? named : at, says.twice({ key: keyOf(item) }), {
      at: named,
      related: [{ field: first, message: related['first-one']() }],
    });
  });
}

/** What a map may hold, and how much of a key its errors name. */
export interface MapLimits {
  readonly entries: number;
  readonly keyBytes: number;
}

/** What the server names when the key of an entry is wrong, and where that is. */
interface KeyPlace {
  readonly path: FieldPath;
  readonly details: ErrorDetails;
}

type EntryCheck<Value> = (key: string, value: Value, path: FieldPath, keyPlace: KeyPlace) => void;

/** The entries of a map (validateMap). A long key is shortened in the path that the server names. */
export function validateEntries<Value>(
  entries: Readonly<Record<string, Value>>,
  limits: MapLimits,
  path: FieldPath,
  context: Context,
  check: EntryCheck<Value>,
): void {
  const pairs = Object.entries(entries);
  if (!reportTooMany(pairs.length, limits.entries, path, context)) return;
  for (const [key, value] of pairs) {
    const [place, reported] = [path.key(key), path.key(shortened(key, limits.keyBytes))];
    const first = context.report.errors.length;
    const named = context.minor < keysOfWholeMapSince ? reported : path;
    check(key, value, reported, { path: named, details: { at: place, inKey: true } });
    if (!place.equals(reported)) placeErrors(first, reported, place, context);
  }
}

/** truncateIfTooLong. */
function shortened(key: string, limit: number): string {
  if (key.length <= limit) return key;
  const kept = limit - 3;
  return `${key.slice(0, Math.ceil(kept / 2))}...${key.slice(key.length - Math.floor(kept / 2))}`;
}

/** Places the errors from the first on where they are in the manifest. */
function placeErrors(first: number, reported: FieldPath, place: FieldPath, { report: { errors } }: Context): void {
  for (let i = first; i < errors.length; i++) {
    const error = errors[i]!;
    errors[i] = { ...error, at: (error.at ?? error.field).rebase(reported, place) };
  }
}

/** Whether the items are to be looked at. */
function reportTooMany(count: number, limit: number, path: FieldPath, { report, minor }: Context): boolean {
  if (count <= limit) return true;
  report.tooMany(path, says['too-many']({ count, limit }));
  return minor < listsCutShortSince;
}
