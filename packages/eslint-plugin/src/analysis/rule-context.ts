import type { LanguageOptions, RuleContext, SourceCode } from '@eslint/core';

/** What the rules ask of a source code, whatever its language: they rest on its text alone. */
type TextWithRoot = SourceCode & {
  readonly text: string;
  readonly ast: { readonly type: string };
  /** Of YAML in the language of eslint-plugin-yml. */
  readonly parserServices?: { readonly isYAML?: boolean };
  getLocFromIndex(index: number): { readonly line: number; readonly column: number };
};

interface Types {
  LangOptions: LanguageOptions;
  Code: TextWithRoot;
  RuleOptions: unknown[];
  Node: unknown;
  MessageIds: string;
}

export type RuleContextOfText = RuleContext<Types>;

/** Lines and columns from 1, as the language of the file counts them. */
export function placeIn(
  { sourceCode }: RuleContextOfText,
  line: number,
  column: number,
): { line: number; column: number } {
  const first = sourceCode.getLocFromIndex(0);
  return { line: line - 1 + first.line, column: column - 1 + first.column };
}
