import { objectName, objectOf, type Report, type ReportedFix } from '@podlint/engine';
import type { ReporterOptions } from '../reporter.js';
import { visible } from '../sanitize.js';
import { findingsOf, gravestFirst, type Placed } from '../severities.js';
import { summary, Tally } from '../text/summary.js';
import { createTheme } from '../text/theme.js';

/** Bytes of UTF-8; GitHub refuses the summary of a step that has more. */
export const summaryLimit = 1024 * 1024;

/**
 * What a step of a workflow has to say, as Markdown for $GITHUB_STEP_SUMMARY: every finding, the gravest first, as many
 * as there is room for.
 * @param room bytes
 */
export function jobSummary(report: Report, options: ReporterOptions, room = summaryLimit): string {
  const found = gravestFirst(findingsOf(report, options.detail));
  const head = [
    '## podlint',
    '',
    ...summary(tallyOf(report), report.kubernetesVersions, report.summary, {
      ...{ theme: createTheme('never'), detail: 'normal' },
      ...{ outcomeOf: options.outcomeOf, noFile: options.noFile },
    }).map((line) => `${markdown(line.trim())}  `),
    '',
  ];
  if (found.length === 0) return `${head.join('\n')}\n`;
  const table = ['| | place | what | code |', '|---|---|---|---|'];
  const rows = fitting(
    found.map((finding) => row(finding, options)),
    room - reserve - bytes([...head, ...table].join('\n')),
  );
  const left = found.length - rows.length;
  return `${[...head, ...table, ...rows, ...(left > 0 ? ['', `${left} more, for which there is no room here: the log of the step has them.`] : [])].join('\n')}\n`;
}

function tallyOf({ files }: Report): Tally {
  const tally = new Tally();
  for (const file of files) {
    tally.addFindings(file);
    tally.addSkips(file);
  }
  return tally;
}

/** Bytes for the last line. */
const reserve = 200;

const marks = { error: '❌', warning: '⚠️', info: 'ℹ️', hint: '💡' } as const;

function row({ diagnostic, file }: Placed, { repositoryPath = (path) => path }: ReporterOptions): string {
  const { range, severity, code, message, path, docs, fixes } = diagnostic;
  const where = [objectName(objectOf(diagnostic, file)), path].filter((part) => part !== '').join(', ');
  const place = `${repositoryPath(file.path)}:${range.start.line}:${range.start.column}`;
  const cells = [
    `${marks[severity]} ${severity}`,
    [place, where].map(markdown).join('<br>'),
    [message, ...fixes.map(fixText)].map(markdown).join('<br>'),
    `[${markdown(code)}](${docs})`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function fixText({ title }: ReportedFix): string {
  return `Fix: ${title}`;
}

/** Text of which Markdown makes nothing, in a cell of a table; between two dollar signs GitHub sees mathematics. */
function markdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>|~&]/g, '\\$&')
    .replaceAll('$', '&#36;');
}

function fitting(rows: readonly string[], room: number): string[] {
  let used = 0;
  const end = rows.findIndex((line) => (used += bytes(line) + 1) > room);
  return end === -1 ? [...rows] : rows.slice(0, end);
}

/** Of UTF-8: a unit takes three at most, and a pair of them four. */
function bytes(text: string): number {
  let count = 0;
  for (const char of text) count += char < '\u0080' ? 1 : char < '\u0800' ? 2 : char.length === 2 ? 4 : 3;
  return count;
}
