import { PatternFault, regexOf, type Regex } from '@podlint/regex';
import { BuildFailure } from './errors.js';
import { says } from './messages.js';

/** A regular expression of Go's syntax, as kustomize takes them in selectors, images and paths. */
export type Pattern = Pick<Regex, 'test'>;

/** Undefined for what is no regular expression. */
export function compilePattern(source: string): Pattern | undefined {
  const regex = regexOf(source);
  return regex instanceof PatternFault ? undefined : regex;
}

export function demandPattern(source: string): Pattern {
  const pattern = compilePattern(source);
  if (!pattern) throw new BuildFailure('other', says.pattern({ pattern: source }));
  return pattern;
}
