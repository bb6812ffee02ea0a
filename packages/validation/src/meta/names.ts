import { type Message, defineMessages } from '@podlint/messages';

const says = defineMessages('path-segment', {
  'slash-or-percent': 'it must not hold "/" or "%"',
  dots: 'it must not be "." or ".."',
});

/** Why a name does not fit the kind, or undefined when it does. */
export type NameProblem = (name: string) => Message | undefined;

/** Stands for the five letters and digits that the server makes up. */
const generatedSuffix = 'xxxxx';

/** What is longer loses its end before the suffix is added (apiserver/pkg/storage/names/generate.go). */
const maxGeneratedBase = 58;

/** The name that comes of a generateName. */
export function generateName(base: string): string {
  return base.slice(0, maxGeneratedBase) + generatedSuffix;
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

/** The same for a whole name (IsValidPathSegmentName). */
export function pathSegmentNameProblem(name: string): Message | undefined {
  return name === '.' || name === '..' ? says.dots() : pathSegmentProblem(name);
}
