import type { ContainerTimeline } from '@podlint/kubelet';
import { type Chart, type Mark, type Row, chartOf } from './chart.js';
import { seconds } from './numbers.js';
import { type Scale, lengthOf, position } from './scale.js';
import { element, markup } from './svg-elements.js';
import { statementsOf, verdictOf } from './words.js';

/** Thousandths of the axis: a pane has any width, and its font any size. */
const room = { units: 1000, tick: 125, attempt: 45 };
/** Thousandths that a label needs in a pane of usual width, and in a narrow one. */
const [usualLabel, narrowLabel] = [45, 120];

/**
 * The timelines of containers as a part of a page, whose style sheet gives sizes and colours to the classes; the verdict
 * comes first. Bars are drawn by percentages, so that they fit any pane and no letter is stretched.
 */
export function timelineHtml(timelines: readonly ContainerTimeline[]): string {
  return timelines.map((timeline) => element('section', { class: 'timeline' }, ...partsOf(timeline))).join('\n');
}

function partsOf(timeline: ContainerTimeline): string[] {
  const { name, role, verdict, probes } = timeline;
  return [
    element('h2', {}, markup(`Container ${name}${role === 'regular' ? '' : ` (${role})`}`)),
    element('p', { class: `verdict ${verdict ?? 'open'}` }, markup(verdictOf(timeline))),
    ...(probes.length > 0 ? [chartMarkup(chartOf(timeline, room))] : []),
    element(
      'dl',
      {},
      ...statementsOf(timeline)
        .filter(({ topic }) => topic !== 'verdict')
        .flatMap(({ topic, text }) => [element('dt', {}, markup(topic)), element('dd', {}, markup(text))]),
    ),
  ];
}

function chartMarkup({ rows, scale, answers }: Chart): string {
  const guide = answers === undefined ? [] : [line('guide', answers, scale)];
  return element(
    'div',
    { class: 'chart' },
    ...rows.flatMap((row) => [
      element('span', { class: 'row-name' }, markup(row.name)),
      element('svg', { class: 'row' }, ...grid(scale), ...marksOf(row, scale), ...guide),
    ]),
    element('span', { class: 'row-name' }, ''),
    element('svg', { class: 'axis' }, ...ticks(scale)),
  );
}

function marksOf({ marks }: Row, scale: Scale): string[] {
  return marks.flatMap((mark) => markMarkup(mark, scale));
}

function markMarkup({ kind, from, to, label }: Mark, scale: Scale): string[] {
  const [left, right] = [partOf(scale, from), Math.min(1000, partOf(scale, to))];
  if (kind === 'held' || kind === 'running')
    return right > left
      ? [element('line', { class: kind, x1: percent(left), x2: percent(right), y1: '50%', y2: '50%' })]
      : [];
  if (from === to)
    return kind === 'grace' ? [] : [element('circle', { class: kind, cx: percent(left), cy: '50%', r: 5 })];
  const title = element('title', {}, markup(`${seconds(from)} to ${seconds(to)}`));
  const bar = element(
    'rect',
    { class: kind, x: percent(left), y: '15%', width: percent(Math.max(4, right - left)), height: '70%', rx: 2 },
    title,
  );
  const size = right - left;
  if (label === undefined || size < usualLabel * Math.max(1, label.length / 3)) return [bar];
  const name = size < narrowLabel * Math.max(1, label.length / 6) ? 'number tight' : 'number';
  return [bar, element('text', { class: name, x: percent((left + right) / 2), y: '50%' }, markup(label))];
}

function grid(scale: Scale): string[] {
  return Array.from({ length: scale.ticks + 1 }, (_, tick) => line('grid', tick * scale.tick, scale));
}

function line(name: string, at: number, scale: Scale): string {
  const x = percent(Math.min(1000, partOf(scale, at)));
  return element('line', { class: name, x1: x, x2: x, y1: 0, y2: '100%' });
}

/** Every other one can be left out where there is no room. */
function ticks(scale: Scale): string[] {
  return Array.from({ length: scale.ticks + 1 }, (_, tick) => {
    const at = tick * scale.tick;
    const isOdd = (scale.ticks - tick) % 2 === 1;
    return element(
      'text',
      { class: isOdd ? 'number tight' : 'number', x: percent(partOf(scale, at)), y: '60%' },
      tick === scale.ticks ? seconds(at) : String(at),
    );
  });
}

/** Thousandths of the axis. */
function partOf(scale: Scale, at: number): number {
  return (1000 * position(scale, at)) / lengthOf(scale);
}

function percent(thousandths: number): string {
  return `${Math.round(thousandths) / 10}%`;
}
