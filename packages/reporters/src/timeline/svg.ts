import type { ContainerTimeline } from '@podlint/kubelet';
import { type Chart, type Mark, type Row, chartOf } from './chart.js';
import { linesOfText, shorten } from './lines.js';
import { seconds } from './numbers.js';
import { type Scale, lengthOf, position } from './scale.js';
import { element } from './svg-elements.js';
import { gridOf, lineLength, page, type Panel, stack, svgPage, svgText as text } from './svg-page.js';
import { type Statement, statementsOf, verdictOf } from './words.js';

export interface TimelineSvgOptions {
  /** What the containers are of: `Pod web`. */
  readonly heading?: string | undefined;
}

/** Pixels. */
const { width, margin, rowHeight, barHeight, lineHeight, digitWidth } = page;
const chartLeft = 96;
const room = { units: width - chartLeft - margin - 16, tick: 56, attempt: 22 };

/** Draws the timelines of containers below one another, as a document of its own. */
export function timelineSvg(timelines: readonly ContainerTimeline[], { heading }: TimelineSvgOptions = {}): string {
  const top = heading === undefined ? margin : margin + 28;
  const panels = stack(timelines.map(panelOf), top);
  const title = `When probes kill${heading === undefined ? '' : `: ${heading}`}`;
  const description = timelines.map((timeline) => `Container ${timeline.name}: ${verdictOf(timeline)}.`).join(' ');
  const head = heading === undefined ? [] : [text(margin, margin + 14, heading, { class: 'name' })];
  return svgPage({ title, description }, panels.bottom, [...head, ...panels.markup]);
}

function panelOf(timeline: ContainerTimeline): Panel {
  const header = headerOf(timeline);
  const chart: Panel =
    timeline.probes.length > 0 ? chartPanel(chartOf(timeline, room), startLabel(timeline)) : { height: 0, markup: [] };
  const words = wordsPanel(statementsOf(timeline));
  return {
    height: header.height + chart.height + words.height,
    markup: [...header.markup, ...moved(chart, header.height), ...moved(words, header.height + chart.height)],
  };
}

function moved({ markup: lines }: Panel, by: number): readonly string[] {
  return lines.length === 0
    ? []
    : [element('g', { transform: `translate(0 ${by})` }, ...lines.map((line) => `\n    ${line}`), '\n  ')];
}

const badges = { safe: 'safe', luck: 'a matter of luck', unsafe: 'killed' } as const;
const badgeWidth = 150;

/** That the startup time is not known is no verdict, and has no badge. */
function headerOf({ name, role, verdict }: ContainerTimeline): Panel {
  const left = width - margin - badgeWidth;
  const badge = verdict && [
    element('rect', { class: verdict, x: left, y: 2, width: badgeWidth, height: 22, rx: 11 }),
    text(left + badgeWidth / 2, 17, badges[verdict], { class: 'badge' }),
  ];
  return {
    height: 36,
    markup: [
      text(margin, 18, `Container ${name}${role === 'regular' ? '' : ` (${role})`}`, { class: 'name' }),
      ...(badge ?? []),
    ],
  };
}

/** The startup time and where it is from. */
function startLabel({ startupTime }: ContainerTimeline): string {
  return startupTime ? `answers after ${seconds(startupTime.seconds)} (${shorten(startupTime.detail, 48)})` : '';
}

function chartPanel(chart: Chart, start: string): Panel {
  const { rows, scale } = chart;
  const labelled = chart.answers === undefined ? 0 : lineHeight;
  const bottom = labelled + rows.length * rowHeight;
  return {
    height: bottom + 32,
    markup: [
      ...gridOf(scale, chartLeft, labelled, bottom),
      ...rows.flatMap((row, index) => rowMarkup(row, labelled + index * rowHeight, scale)),
      ...guideOf(chart, bottom, start),
    ],
  };
}

function guideOf({ answers, scale }: Chart, bottom: number, label: string): string[] {
  if (answers === undefined) return [];
  const x = chartLeft + position(scale, answers);
  const side = x > width / 2 ? { class: 'end', x: x - 6 } : { class: 'start', x: x + 6 };
  return [
    element('line', { class: 'guide', x1: x, y1: 2, x2: x, y2: bottom }),
    text(side.x, 11, label, { class: side.class }),
  ];
}

function rowMarkup({ name, marks }: Row, top: number, scale: Scale): string[] {
  return [
    text(chartLeft - 12, top + 17, name, { class: 'end' }),
    ...marks.flatMap((mark) => markMarkup(mark, top + (rowHeight - barHeight) / 2, scale)),
  ];
}

function markMarkup(mark: Mark, top: number, scale: Scale): string[] {
  const { kind, label } = mark;
  const from = chartLeft + position(scale, mark.from);
  const to = chartLeft + Math.min(position(scale, mark.to), lengthOf(scale));
  const middle = top + barHeight / 2;
  if (kind === 'held' || kind === 'running')
    return to > from ? [element('line', { class: kind, x1: from, y1: middle, x2: to, y2: middle })] : [];
  if (mark.from === mark.to)
    return kind === 'grace' ? [] : [element('circle', { class: kind, cx: from, cy: middle, r: 5 })];
  const bar = element('rect', {
    class: kind,
    x: from,
    y: top,
    width: Math.max(2, to - from),
    height: barHeight,
    rx: 2,
  });
  const fits = label !== undefined && to - from >= label.length * digitWidth + 4;
  return fits ? [bar, text((from + to) / 2, top + 12, label, { class: 'number' })] : [bar];
}

function wordsPanel(statements: readonly Statement[]): Panel {
  const lines = statements.flatMap(({ topic, text: words }) =>
    linesOfText(words, lineLength).map((line, index) => ({
      topic: index === 0 ? topic : '',
      line,
      isVerdict: topic === 'verdict',
    })),
  );
  return {
    height: lines.length * lineHeight + 8,
    markup: lines.flatMap(({ topic, line, isVerdict }, index) => {
      const y = (index + 1) * lineHeight;
      return [
        ...(topic === '' ? [] : [text(chartLeft - 12, y, topic, { class: 'end dim' })]),
        text(chartLeft, y, line, isVerdict ? { class: 'strong' } : {}),
      ];
    }),
  };
}
