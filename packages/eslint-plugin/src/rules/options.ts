import { isDeepStrictEqual } from 'node:util';

/**
 * Gives the options of a rule that are not the defaults, which ESLint has put in: podlint asks its settings for those.
 * Undefined: there are none.
 */
export function ownOptionsFor(defaults: unknown): (given: unknown) => object | undefined {
  // ESLint hands out one object for all files under the same config.
  let last: { readonly given: unknown; readonly own: object | undefined } = { given: undefined, own: undefined };
  return (given) => {
    if (last.given !== given) last = { given, own: ownOptions(given, defaults) };
    return last.own;
  };
}

function ownOptions(given: unknown, defaults: unknown): object | undefined {
  const entries = entriesOf(given);
  if (entries.length === 0) return undefined;
  const usual = new Map(entriesOf(defaults));
  const own = entries.filter(([name, value]) => !isDeepStrictEqual(value, usual.get(name)));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
