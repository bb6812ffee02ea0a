import type { FileError } from '@eslint/core';
import { createLinterWith, type Linter } from '@podlint/engine';

/** Only files that are not read tolerantly need it. */
let withoutRules: Linter | undefined;

/** What the rules would say first of a text that the server cannot read. */
export function firstSyntaxError(path: string, text: string): FileError | undefined {
  withoutRules ??= createLinterWith([], { preset: 'none', inlineConfig: false });
  const { files } = withoutRules.lint([{ path, text }]);
  const found = files.flatMap(({ diagnostics }) => diagnostics).find(isSyntaxError);
  if (!found) return undefined;
  const { message, range } = found;
  const { start, end } = range;
  return { message, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function isSyntaxError({ stage, severity }: { readonly stage: string; readonly severity: string }): boolean {
  return stage === 'syntax' && severity === 'error';
}
