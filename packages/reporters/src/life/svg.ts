import { linesOfText, shorten } from '../timeline/lines.js';
import { seconds } from '../timeline/numbers.js';
import { type Scale, lengthOf, position, scaleTo } from '../timeline/scale.js';
import { element, markup } from '../timeline/svg-elements.js';
import { gridOf, lineLength, page, type Panel, stack, svgPage, svgText as text } from '../timeline/svg-page.js';
import { lifeChart } from './chart.js';
import type { Lane, LaneChance, LaneMark, LifeChart, Segment } from './lane.js';
import { usedIn, wordsOf } from './legend.js';
import type { ToldLife } from './told-life.js';
import { lifeSentence } from './words.js';

/** Pixels. */
const { width, margin, rowHeight, barHeight, lineHeight, digitWidth } = page;
const chartLeft = 120;
/** Letters that fit. */
const mostHeading = 84;
const mostName = 15;
const room = { units: width - chartLeft - margin - 24, tick: 56 };

/** Classes of svg-style.ts by what they mean here. */
const segmentClasses = {
  waiting: 'starting',
  unready: 'attempt',
  ready: 'safe',
  phase: 'starting',
  starting: 'deciding',
  failing: 'grace',
  passing: 'success',
} as const;
const markClasses = {
  exit: 'luck',
  lost: 'kill',
  done: 'success',
  sigterm: 'deciding',
  sigkill: 'kill',
  failed: 'kill',
  probeFailed: 'unsafe',
} as const;

/** Draws lives below one another, as a document of its own. */
export function lifeSvg(lives: readonly ToldLife[]): string {
  const panels = stack(lives.map(panelOf), margin);
  const title = `The life of ${lives[0]?.heading ?? 'a Pod'}`;
  const description = lives.map((life) => `${life.title}: ${lifeSentence(life)}`).join(' ');
  return svgPage({ title, description }, panels.bottom, panels.markup);
}

function panelOf(life: ToldLife): Panel {
  const chart = lifeChart(life);
  const { lanes, end, note } = chart;
  const scale = scaleTo(end, room);
  const words = linesOfText(lifeSentence(life), lineLength);
  const chartTop = 30 + words.length * lineHeight;
  const bottom = chartTop + lanes.length * rowHeight;
  const entries = placedLegend(chart);
  return {
    height: bottom + 52 + (entries.at(-1)?.row ?? 0) * lineHeight,
    markup: [
      text(margin, 14, shorten(`${life.heading}: ${life.title}`, mostHeading), { class: 'name' }),
      ...words.map((line, place) => text(margin, 18 + (place + 1) * lineHeight, line)),
      ...gridOf(scale, chartLeft, chartTop, bottom),
      ...lanes.flatMap((lane, place) => laneMarkup(lane, chartTop + place * rowHeight, scale, chart)),
      ...(note === undefined ? [] : [text(chartLeft - 12, bottom + 14, note, { class: 'dim end' })]),
      ...legend(entries, bottom + 42),
    ],
  };
}

function laneMarkup({ name, segments, marks, chances }: Lane, top: number, scale: Scale, chart: LifeChart): string[] {
  const bar = top + (rowHeight - barHeight) / 2;
  return [
    text(chartLeft - 12, top + 17, shorten(name, mostName), { class: 'end' }),
    ...segments.flatMap((segment) => segmentMarkup(segment, bar, scale)),
    ...chances.map((chance) => chanceMarkup(chance, bar, scale)),
    ...marks.map((mark) => markMarkup(mark, bar, scale, chart)),
  ];
}

function segmentMarkup({ kind, from, to, label = '' }: Segment, y: number, scale: Scale): string[] {
  const x = chartLeft + position(scale, from);
  const right = chartLeft + Math.min(position(scale, to), lengthOf(scale));
  const size = Math.max(2, right - x - 1);
  const words = element('title', {}, markup(`${label || wordsOf[kind]} from ${seconds(from)} to ${seconds(to)}`));
  const rect = element('rect', { class: segmentClasses[kind], x, y, width: size, height: barHeight, rx: 2 }, words);
  const fits = label !== '' && size >= label.length * digitWidth;
  return fits ? [rect, text(x + size / 2, y + 12, label, { class: 'number' })] : [rect];
}

/** A line below the bar: the container starts somewhere on it. */
function chanceMarkup({ from, to }: LaneChance, y: number, scale: Scale): string {
  const x = chartLeft + position(scale, from);
  const right = chartLeft + Math.min(position(scale, to), lengthOf(scale));
  const words = element('title', {}, markup(`starts between ${seconds(from)} and ${seconds(to)}`));
  return element('rect', { class: 'luck', x, y: y + barHeight + 1, width: Math.max(2, right - x), height: 3 }, words);
}

function markMarkup({ kind, at }: LaneMark, y: number, scale: Scale, { marks }: LifeChart): string {
  const words = marks.find((mark) => mark.kind === kind)?.words ?? kind;
  const cx = chartLeft + Math.min(position(scale, at), lengthOf(scale));
  const moment = element('title', {}, markup(`${words} at ${seconds(at)}`));
  return element('circle', { class: markClasses[kind], cx, cy: y + barHeight / 2, r: 4 }, moment);
}

type Drawn = (x: number, line: number) => string;

/** Each as it is drawn above: a bar, a dot, a line. */
function legendOf(chart: LifeChart): readonly (readonly [Drawn, string])[] {
  const { segments, marks, hasChances } = usedIn(chart);
  return [
    ...segments.map(({ kind, words }) => [barOf(segmentClasses[kind], 12), words] as const),
    ...marks.map(({ kind, words }) => [dotOf(markClasses[kind]), words] as const),
    ...(hasChances ? [[barOf('luck', 3), 'chance'] as const] : []),
  ];
}

function barOf(name: string, height: number): Drawn {
  const up = 4 + height / 2;
  return (x, line) => element('rect', { class: name, x, y: line - up, width: 12, height, rx: 2 });
}

function dotOf(name: string): Drawn {
  return (x, line) => element('circle', { class: name, cx: x + 6, cy: line - 4, r: 4 });
}

/** What a letter takes, and what lies between two entries. */
const letterWidth = 7;
const legendGap = 40;

interface Placed {
  readonly draw: Drawn;
  readonly words: string;
  readonly x: number;
  readonly row: number;
}

/** One behind the other, as many as a row holds. */
function placedLegend(chart: LifeChart): Placed[] {
  let [x, row] = [chartLeft, 0];
  return legendOf(chart).map(([draw, words]) => {
    const size = words.length * letterWidth + legendGap;
    if (x + size > width && x > chartLeft) [x, row] = [chartLeft, row + 1];
    const placed = { draw, words, x, row };
    x += size;
    return placed;
  });
}

function legend(entries: readonly Placed[], y: number): string[] {
  return entries.flatMap(({ draw, words, x, row }) => {
    const line = y + row * lineHeight;
    return [draw(x, line), text(x + 18, line, words, { class: 'dim' })];
  });
}
