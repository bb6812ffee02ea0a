import type { Severity } from '@podlint/engine';
import { number } from './numbers.js';
import type { CodeCount } from './statistics.js';
import { type Column, tableLines } from './table.js';
import type { Theme } from './theme.js';

const columns: readonly Column[] = [
  { align: 'left' },
  { align: 'right' },
  { align: 'right' },
  { align: 'right' },
  { align: 'left', mayBeCut: true },
];

const headings: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  info: 'infos',
  hint: 'hints',
};

export interface CodeTableStyle {
  readonly theme: Theme;
  readonly width: number | undefined;
  /** What a code means, in a few words. */
  readonly meaningOf: (code: string) => string | undefined;
}

/** One line for each code of a severity: how often it was found, and what it means. */
export function codeTable(severity: Severity, counts: readonly CodeCount[], style: CodeTableStyle): string[] {
  const rows = counts.map(({ code, findings, objects, files }) => [
    `  ${code}`,
    ...[findings, objects, files].map(number),
    meaning(style.meaningOf(code)),
  ]);
  const [heading = '', ...lines] = tableLines(
    columns,
    [[headings[severity], 'found', 'objects', 'files', ''], ...rows],
    style.width,
  );
  return [style.theme.severity[severity](heading), ...lines];
}

/** A summary of the catalogue without its article. */
function meaning(summary: string | undefined): string {
  return (summary ?? '').replace(/^(?:An?|The) /, '');
}
