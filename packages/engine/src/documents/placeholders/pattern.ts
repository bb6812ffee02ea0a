import type { Range } from '@podlint/syntax';

/**
 * What envsubst, Flux (`postBuild`) and their like fill in: `${NAME}`, `${NAME:-default}`, `${NAME:=default}`, `$NAME`;
 * and `$(NAME)` of kustomize and Azure Pipelines. Names in lower case only with braces: a `$` may stand before
 * anything.
 */
export const placeholder = /\$\{[A-Za-z_][^{}\n]*\}|\$\([A-Za-z_][\w.-]*\)|\$[A-Z_][A-Z0-9_]*(?![\w(])/g;

export function mayHavePlaceholders(text: string): boolean {
  return text.includes('$');
}

/** Every placeholder in a part of a text, as ranges of the text. */
export function placeholdersIn(text: string, { start, end }: Range): Range[] {
  return [...text.slice(start, end).matchAll(placeholder)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
