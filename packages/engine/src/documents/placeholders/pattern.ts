import type { Range } from '@podlint/syntax';
import type { FileRole } from '../source-file.js';
import { rememberingLast } from '../remembering-last.js';
import { expressionsIn } from './expressions.js';

/** A part of a text. */
export interface Piece {
  readonly text: string;
  readonly range: Range;
}

/** How the placeholders of a file are written. */
export interface Placeholders {
  /** Whether there can be one in a text, which is quick to see. */
  mayBeIn(text: string): boolean;
  /** The same of a document, which is asked for each of its objects: it is looked through once. */
  mayBeInDocument(document: Piece): boolean;
  /** Every placeholder in a part of a text, as ranges of the text. */
  within(text: string, range: Range): Range[];
}

/**
 * What envsubst, Flux (`postBuild`) and their like fill in: `${NAME}`, `${NAME:-default}`, `${NAME:=default}`, `$NAME`;
 * `${ NAME }` of clusterctl; and `$(NAME)` of kustomize and Azure Pipelines. Names in lower case only with braces: a `$`
 * may stand before anything. `@NAME@` (Autoconf, CMake, Maven) and `__NAME__` are what people replace by sed.
 */
export const placeholder =
  /\$\{[ \t]*[A-Za-z_][^{}\n]*\}|\$\([A-Za-z_][\w.-]*\)|\$[A-Z_][A-Z0-9_]*(?![\w(])|@[A-Za-z_][\w.-]*@|(?<!\w)__[A-Z][A-Z0-9_]*__(?!\w)/g;

const ofVariables: Placeholders = {
  mayBeIn: hasVariable,
  mayBeInDocument: inDocument(hasVariable),
  within: (text, range) => matchesOf(placeholder, text, range),
};

const ofExpressions: Placeholders = {
  mayBeIn: hasExpression,
  mayBeInDocument: inDocument(hasExpression),
  within: (text, range) => [...expressionsIn(text, range), ...ofVariables.within(text, range)],
};

function hasVariable(text: string): boolean {
  return text.includes('$') || /@[A-Za-z_][\w.-]*@|__[A-Z]/.test(text);
}

function hasExpression(text: string): boolean {
  return text.includes('(') || hasVariable(text);
}

function inDocument(ask: (text: string) => boolean): Placeholders['mayBeInDocument'] {
  const askOnce = rememberingLast((text: string, start: number, end: number) => ask(text.slice(start, end)));
  return ({ text, range: { start, end } }) => askOnce(text, start, end);
}

export function placeholdersOf(role: FileRole | undefined): Placeholders {
  return role === 'test resource' ? ofExpressions : ofVariables;
}

function matchesOf(pattern: RegExp, text: string, { start, end }: Range): Range[] {
  return [...text.slice(start, end).matchAll(pattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
