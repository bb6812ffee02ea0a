import { BuildFailure } from '../errors.js';

/** A regular expression of Go's syntax, as kustomize takes them in selectors, images and paths. */
export interface Pattern {
  /** True where the pattern is found anywhere in the text. */
  test(text: string): boolean;
}

const notInGo = /\(\?(?:[=!]|<[=!])|\\[1-9]/;

/** Undefined for what is no regular expression. */
export function compilePattern(source: string): Pattern | undefined {
  if (notInGo.test(source)) return undefined;
  const flags = /^\(\?([imsU]+)\)/.exec(source);
  const body = (flags ? source.slice(flags[0].length) : source)
    .replaceAll('(?P<', '(?<')
    .replaceAll('\\A', '^')
    .replaceAll('\\z', '$');
  try {
    return new RegExp(body, (flags?.[1] ?? '').replace('U', ''));
  } catch {
    return undefined;
  }
}

export function demandPattern(source: string): Pattern {
  const pattern = compilePattern(source);
  if (!pattern) throw new BuildFailure('other', `"${source}" is not a regular expression.`);
  return pattern;
}
