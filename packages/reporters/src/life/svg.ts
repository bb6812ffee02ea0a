import { linesOfText, shorten } from '../timeline/lines.js';
import { seconds } from '../timeline/numbers.js';
import { type Scale, lengthOf, position, scaleTo } from '../timeline/scale.js';
import { type Attributes, element, markup } from '../timeline/svg-elements.js';
import { style } from '../timeline/svg-style.js';
import { type Lane, type LaneMark, type Segment, lifeChart } from './lanes.js';
import type { ToldLife } from './told-life.js';
import { lifeSentence } from './words.js';

/** Pixels. */
const width = 800;
const margin = 20;
const chartLeft = 120;
const rowHeight = 26;
const barHeight = 16;
const lineHeight = 18;
const digitWidth = 7;
const room = { units: width - chartLeft - margin - 24, tick: 56 };
const lineLength = 104;

/** Classes of svg-style.ts by what they mean here. */
const segmentClasses = { waiting: 'starting', unready: 'attempt', ready: 'safe', phase: 'starting' } as const;
const markClasses = { exit: 'luck', sigterm: 'deciding', sigkill: 'kill', failed: 'kill' } as const;
const markNames = { exit: 'exit', sigterm: 'SIGTERM', sigkill: 'SIGKILL', failed: 'pull failed' } as const;

/** Draws lives below one another: a document of its own, the same bytes for the same lives, for light and dark pages. */
export function lifeSvg(lives: readonly ToldLife[]): string {
  let top = margin;
  const panels = lives.map((life) => {
    const { height, lines } = panelOf(life);
    const group = element('g', { transform: `translate(0 ${top})` }, ...lines.map((line) => `\n  ${line}`), '\n');
    top += height + margin;
    return group;
  });
  const [first] = lives;
  const title = `The life of ${first?.heading ?? 'a Pod'}`;
  const description = lives.map((life) => `${life.title}: ${lifeSentence(life)}`).join(' ');
  const size = { width, height: top, viewBox: `0 0 ${width} ${top}` };
  const head = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...size,
    role: 'img',
    'aria-labelledby': 'podlint-title podlint-description',
  };
  const parts = [
    element('title', { id: 'podlint-title' }, markup(title)),
    element('desc', { id: 'podlint-description' }, markup(description)),
    element('style', {}, style),
    element('rect', { class: 'page', width: '100%', height: '100%' }),
    ...panels,
  ];
  return `${element('svg', head, ...parts.map((line) => `\n${line}`), '\n')}\n`;
}

function panelOf(life: ToldLife): { readonly height: number; readonly lines: readonly string[] } {
  const { lanes, end } = lifeChart(life);
  const scale = scaleTo(end, room);
  const words = linesOfText(lifeSentence(life), lineLength);
  const chartTop = 30 + words.length * lineHeight;
  const bottom = chartTop + lanes.length * rowHeight;
  return {
    height: bottom + 52,
    lines: [
      text(margin, 14, shorten(`${life.heading}: ${life.title}`, 96), { class: 'name' }),
      ...words.map((line, place) => text(margin, 18 + (place + 1) * lineHeight, line)),
      ...grid(scale, chartTop, bottom),
      ...lanes.flatMap((lane, place) => laneMarkup(lane, chartTop + place * rowHeight, scale)),
      ...legend(bottom + 42),
    ],
  };
}

function grid(scale: Scale, top: number, bottom: number): string[] {
  return Array.from({ length: scale.ticks + 1 }, (_, tick) => {
    const x = chartLeft + tick * scale.unitsPerTick;
    const number = tick === scale.ticks ? seconds(tick * scale.tick) : String(tick * scale.tick);
    return [
      element('line', { class: 'grid', x1: x, y1: top, x2: x, y2: bottom + 4 }),
      text(x, bottom + 18, number, { class: 'number dim' }),
    ];
  }).flat();
}

function laneMarkup({ name, segments, marks }: Lane, top: number, scale: Scale): string[] {
  const bar = top + (rowHeight - barHeight) / 2;
  return [
    text(chartLeft - 12, top + 17, shorten(name, 14), { class: 'end' }),
    ...segments.flatMap((segment) => segmentMarkup(segment, bar, scale)),
    ...marks.map((mark) => markMarkup(mark, bar, scale)),
  ];
}

function segmentMarkup({ kind, from, to, label = '' }: Segment, y: number, scale: Scale): string[] {
  const x = chartLeft + position(scale, from);
  const right = chartLeft + Math.min(position(scale, to), lengthOf(scale));
  const size = Math.max(2, right - x - 1);
  const rect = element('rect', { class: segmentClasses[kind], x, y, width: size, height: barHeight, rx: 2 });
  const fits = label !== '' && size >= label.length * digitWidth;
  return fits ? [rect, text(x + size / 2, y + 12, label, { class: 'number' })] : [rect];
}

function markMarkup({ kind, at }: LaneMark, y: number, scale: Scale): string {
  const cx = chartLeft + Math.min(position(scale, at), lengthOf(scale));
  const moment = element('title', {}, markup(`${markNames[kind]} at ${seconds(at)}`));
  return element('circle', { class: markClasses[kind], cx, cy: y + barHeight / 2, r: 4 }, moment);
}

function legend(y: number): string[] {
  const entries: readonly (readonly [string, string])[] = [
    [segmentClasses.waiting, 'waits'],
    [segmentClasses.unready, 'runs'],
    [segmentClasses.ready, 'ready'],
    [markClasses.exit, 'exit'],
    [markClasses.sigterm, 'SIGTERM'],
    [markClasses.sigkill, 'SIGKILL'],
  ];
  const step = 100;
  return entries.flatMap(([name, words], place) => [
    element('rect', { class: name, x: chartLeft + place * step, y: y - 10, width: 12, height: 12, rx: 2 }),
    text(chartLeft + place * step + 18, y, words, { class: 'dim' }),
  ]);
}

function text(x: number, y: number, content: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, markup(content));
}
