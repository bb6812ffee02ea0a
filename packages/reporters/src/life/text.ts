import { textOf } from '@podlint/messages';
import { largest } from '@podlint/plain';
import { visible } from '../sanitize.js';
import { type Theme, createTheme } from '../text/theme.js';
import { axisLines, overhang } from '../timeline/axis.js';
import { linesOfText, shorten } from '../timeline/lines.js';
import { type Scale, lengthOf, position, scaleTo } from '../timeline/scale.js';
import { asciiSymbols, unicodeSymbols } from '../timeline/symbols.js';
import { lifeChart } from './chart.js';
import { type Lane, type LaneMarkKind, type LifeChart, type Segment, type SegmentKind, isWide } from './lane.js';
import { usedIn } from './legend.js';
import type { ToldLife } from './told-life.js';
import { type ToldEvent, cautionOf, lifeSentence, toldEvents } from './words.js';

export interface LifeTextOptions {
  readonly charset?: 'unicode' | 'ascii';
  /** Columns; default 80. */
  readonly width?: number;
  /** Default: never. */
  readonly colors?: 'always' | 'never';
}

/** Of the column of names, with the blank behind it. */
const leastNames = 11;
const mostNames = 16;
const leastTick = 8;
const mostEvents = 30;
const momentWidth = 15;
const chanceSymbol = '~';

const fills: Readonly<Record<'unicode' | 'ascii', Readonly<Record<SegmentKind, string>>>> = {
  unicode: { waiting: '·', unready: '▒', ready: '█', phase: '─', starting: '?', failing: '-', passing: '+' },
  ascii: { waiting: '.', unready: '=', ready: '#', phase: '-', starting: '?', failing: '-', passing: '+' },
};
const markSymbols: Readonly<Record<LaneMarkKind, string>> = {
  exit: 'x',
  lost: 'x',
  done: 'o',
  sigterm: 'T',
  sigkill: 'K',
  failed: '!',
  probeFailed: 'F',
};

/** Draws a life for a terminal and tells its events below; ends with a line feed. */
export function lifeText(life: ToldLife, options: LifeTextOptions = {}): string {
  const { width = 80, colors = 'never' } = options;
  const theme = createTheme(colors);
  const lines = [
    theme.strong(visible(shorten(`${life.heading}: ${life.title}`, width))),
    ...linesOfText(lifeSentence(life), width),
    ...life.remarks.flatMap((remark) => linesOfText(visible(textOf(remark)), width)),
    '',
    ...chartLines(life, options, theme),
    '',
    ...eventLines(life, width),
    '',
    ...linesOfText(cautionOf(life), width).map((line) => theme.dim(line)),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function chartLines(life: ToldLife, { charset = 'unicode', width = 80 }: LifeTextOptions, theme: Theme): string[] {
  const chart = lifeChart(life);
  const { lanes, end, note } = chart;
  const nameWidth = widthOfNames(lanes);
  const scale = scaleTo(end, { units: width - nameWidth - 1 - overhang, tick: leastTick });
  const symbols = charset === 'ascii' ? asciiSymbols : unicodeSymbols;
  return [
    ...lanes.map((lane) => nameOf(lane, nameWidth) + laneCells(lane, scale, charset)),
    ...(note === undefined ? [] : [theme.dim(' '.repeat(nameWidth) + note)]),
    ...axisLines(scale, symbols, nameWidth).map((line) => theme.dim(line)),
    ...legendLines(chart, charset, width - nameWidth).map((line) => ' '.repeat(nameWidth) + theme.dim(line)),
  ];
}

function widthOfNames(lanes: readonly Lane[]): number {
  const longest = largest(lanes.map(({ name }) => name.length)) + 1;
  return Math.min(Math.max(longest, leastNames), mostNames);
}

function nameOf({ name }: Lane, nameWidth: number): string {
  return visible(shorten(name, nameWidth - 1)).padEnd(nameWidth);
}

function laneCells({ segments, marks, chances }: Lane, scale: Scale, charset: 'unicode' | 'ascii'): string {
  const cells = Array.from({ length: lengthOf(scale) + 1 }, () => ' ');
  for (const segment of segments) paint(cells, segment, scale, fills[charset][segment.kind]);
  for (const { from, to } of chances)
    for (let column = position(scale, from) + 1; column <= position(scale, to) && column < cells.length; column++)
      cells[column] = chanceSymbol;
  for (const { kind, at } of marks)
    if (position(scale, at) < cells.length) cells[position(scale, at)] = markSymbols[kind];
  return cells.join('');
}

function paint(cells: string[], { from, to, label = '' }: Segment, scale: Scale, fill: string): void {
  const [first, end] = [
    position(scale, from),
    Math.min(Math.max(position(scale, to), position(scale, from) + 1), cells.length),
  ];
  const text = label.length < end - first ? label : '';
  for (let column = first; column < end; column++) cells[column] = text[column - first] ?? fill;
}

function legendLines(chart: LifeChart, charset: 'unicode' | 'ascii', width: number): string[] {
  const { segments, marks, hasChances } = usedIn(chart);
  const entries = [
    ...segments.map(({ kind, words }) => `${fills[charset][kind]} ${words}`),
    ...(hasChances ? [`${chanceSymbol} chance`] : []),
    ...marks.map(({ kind, words }) => `${markSymbols[kind]} ${words}`),
  ];
  // A symbol stays with its words.
  const whole = entries.map((entry) => entry.replaceAll(' ', '\u00a0'));
  return linesOfText(whole.join(' '), width).map((line) => line.replaceAll('\u00a0', ' '));
}

/** `46.5 s`, `238.5-258.0 s`; without an end: `601.0 s on`. */
function momentOf({ t, range }: ToldEvent): string {
  if (!isWide(range)) return `${t.toFixed(1)} s`.padStart(momentWidth);
  const { from, to } = range;
  return (to === undefined ? `${from.toFixed(1)} s on` : `${from.toFixed(1)}-${to.toFixed(1)} s`).padStart(momentWidth);
}

function eventLines(life: ToldLife, width: number): string[] {
  const told = toldEvents(life);
  const lines = told.slice(0, mostEvents).flatMap((event) => {
    const { who, what } = event;
    const start = `${momentOf(event)}  ${visible(shorten(who, 14)).padEnd(15)}`;
    return linesOfText(what, width - start.length).map(
      (line, place) => (place === 0 ? start : ' '.repeat(start.length)) + line,
    );
  });
  const more = told.length - mostEvents;
  return more > 0 ? [...lines, `${' '.repeat(momentWidth)}  ... and ${more} more (--format json has all)`] : lines;
}

/** One life in a line or two: what it is called, what becomes of the Pod, and how it is asked for. */
export function offeredLifeText(life: ToldLife, { width = 80, colors = 'never' }: LifeTextOptions = {}): string {
  const theme = createTheme(colors);
  const indent = '  ';
  const lines = [
    theme.strong(visible(life.title)),
    ...linesOfText(lifeSentence(life), width - indent.length).map((line) => indent + line),
    ...(life.text ? [theme.dim(indent + visible(`--life "${life.text}"`))] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
