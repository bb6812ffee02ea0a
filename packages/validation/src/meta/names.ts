import { type Message, defineMessages } from '@podlint/messages';

const says = defineMessages('path-segment', {
  'slash-or-percent': 'it must not hold "/" or "%"',
});

/** Why a name does not fit the kind, or undefined when it does. */
export type NameProblem = (name: string) => Message | undefined;

/** Stands for the five letters and digits that the server makes up. */
const generatedSuffix = 'xxxxx';

/**
 * The name that comes of a generateName. A server would first cut what is longer than 58 characters
 * (apiserver/pkg/storage/names); the whole is judged here, so that a base too long for the kind is reported instead of
 * losing its end.
 */
export function generateName(base: string): string {
  return base + generatedSuffix;
}

/**
 * generateName as its check sees it: a trailing "-" is fine there because something follows,
 * and the server's way to look past it swallows the character before it too (maskTrailingDash,
 * apimachinery/pkg/api/validation/generic.go).
 */
export function maskTrailingDash(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
}

/** Names that cannot stand in a URL's path (IsPathSegmentPrefix, apimachinery/pkg/api/validation/path). */
export function pathSegmentProblem(prefix: string): Message | undefined {
  return /[/%]/.test(prefix) ? says['slash-or-percent']() : undefined;
}
