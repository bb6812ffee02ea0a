import type { ContainerTimeline } from '@podlint/kubelet';
import { visible } from '../sanitize.js';
import { type Theme, createTheme } from '../text/theme.js';
import { axisLines, overhang } from './axis.js';
import { type Cell, drawRow } from './cells.js';
import { type Chart, type MarkKind, chartOf } from './chart.js';
import { keepTogether, linesOfText } from './lines.js';
import { type Symbols, asciiSymbols, unicodeSymbols } from './symbols.js';
import { type Statement, statementsOf } from './words.js';

export interface TimelineTextOptions {
  /** Default: unicode. */
  readonly charset?: 'unicode' | 'ascii';
  /** Columns, 40 at least; default 80. */
  readonly width?: number;
  /** Default: never. */
  readonly colors?: 'always' | 'never';
}

const leastWidth = 40;
const topicWidth = 11;
const indent = ' '.repeat(topicWidth);
/** Columns for an attempt: a digit, a line on either side, and an edge. */
const leastAttempt = 4;
const leastTick = 8;

/** Draws a container's timeline for a terminal, and says it in words below; ends with a line feed. */
export function timelineText(
  timeline: ContainerTimeline,
  { charset = 'unicode', width = 80, colors = 'never' }: TimelineTextOptions = {},
): string {
  const theme = createTheme(colors);
  const symbols = charset === 'ascii' ? asciiSymbols : unicodeSymbols;
  const columns = Math.max(width, leastWidth);
  const lines = [
    theme.strong(visible(`Container "${timeline.name}"${timeline.role === 'regular' ? '' : ` (${timeline.role})`}`)),
    ...(timeline.probes.length > 0
      ? [
          '',
          ...chartLines(
            chartOf(timeline, { units: columns - topicWidth - 1 - overhang, tick: leastTick, attempt: leastAttempt }),
            columns,
            symbols,
            theme,
          ),
          '',
        ]
      : []),
    ...statementsOf(timeline).flatMap((statement) => statementLines(statement, columns, theme)),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function chartLines(chart: Chart, columns: number, symbols: Symbols, theme: Theme): string[] {
  return [
    ...chart.rows.map((row) => row.name.padEnd(topicWidth) + paint(drawRow(row, chart, symbols), theme)),
    ...axisLines(chart.scale, symbols, topicWidth).map((line) => theme.dim(line)),
    ...linesOfText(legend(chart, symbols), columns - topicWidth).map((line) => indent + theme.dim(line)),
  ];
}

/** Neighbours of one kind are painted together. */
function paint(cells: readonly Cell[], theme: Theme): string {
  const paints = paintsOf(theme);
  let line = '';
  for (let from = 0; from < cells.length;) {
    const { kind } = cells[from]!;
    const run = cells.slice(from, endOfRun(cells, from)).map(({ symbol }) => symbol);
    const text = run.join('');
    line += (kind && paints[kind]?.(text)) ?? text;
    from += run.length;
  }
  return line;
}

function endOfRun(cells: readonly Cell[], from: number): number {
  let end = from + 1;
  while (end < cells.length && cells[end]!.kind === cells[from]!.kind) end++;
  return end;
}

function paintsOf(theme: Theme): Partial<Record<MarkKind | 'guide', (text: string) => string>> {
  return {
    starting: theme.dim,
    held: theme.dim,
    deciding: theme.severity.error,
    success: theme.good,
    kill: theme.severity.error,
    grace: theme.severity.warning,
    guide: theme.place,
  };
}

const meanings: readonly (readonly [MarkKind, string])[] = [
  ['starting', 'does not answer yet'],
  ['deciding', 'last probe'],
  ['success', 'ready'],
  ['kill', 'kill'],
  ['grace', 'grace period'],
];

function legend({ rows, answers }: Chart, symbols: Symbols): string {
  const used = new Set(rows.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  const entries = meanings
    .filter(([kind]) => used.has(kind))
    .map(([kind, meaning]) => `${symbols.fill[kind]} ${meaning}`);
  return [...entries, ...(answers === undefined ? [] : [`${symbols.guide} startup time`])].map(keepTogether).join('  ');
}

function statementLines({ topic, text }: Statement, columns: number, theme: Theme): string[] {
  const [first = '', ...more] = linesOfText(text, columns - topicWidth);
  const style = topic === 'verdict' ? theme.strong : (line: string): string => line;
  return [topic.padEnd(topicWidth) + style(first), ...more.map((line) => indent + style(line))];
}
