import type { GraphReference } from '@podlint/engine';
import { element, markup } from '../timeline/svg-elements.js';
import { isFine, objectsById, type RunGraph } from './graphs.js';
import { layoutOf, sizes, type Box, type Layout } from './layout.js';
import { graphStyle } from './svg-style.js';
import { summaryText } from './text.js';
import { nameOf, noNamespace, problemTexts } from './words.js';

/** A picture of one graph, for light and dark pages, without scripts. */
export function graphSvg(graphs: readonly RunGraph[]): string {
  const panels: string[] = [];
  let width = 0;
  let y = 0;
  for (const graph of graphs) {
    const layout = layoutOf(graph);
    panels.push(element('g', { transform: `translate(0 ${y})` }, ...panelOf(graph, layout)));
    width = Math.max(width, layout.width);
    y += layout.height + footer;
  }
  return pageOf(graphs, width, y, panels);
}

/** Pixels below a graph, for what is said of it. */
const footer = 50;

function pageOf(graphs: readonly RunGraph[], width: number, height: number, panels: readonly string[]): string {
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'podlint-title podlint-description',
    },
    ...[
      element('title', { id: 'podlint-title' }, 'Who refers to whom'),
      element('desc', { id: 'podlint-description' }, markup(graphs.map(descriptionOf).join(' '))),
      element('style', {}, graphStyle),
      element('defs', {}, ...['fine', 'wrong'].map(arrowHead)),
      element('rect', { class: 'page', width: '100%', height: '100%' }),
      ...panels,
    ].map((line) => `\n${line}`),
    '\n',
  );
  return `${svg}\n`;
}

const mostTold = 20;

/** For those who do not see the picture: how much there is, and what leads nowhere. */
function descriptionOf(graph: RunGraph): string {
  const byId = objectsById(graph);
  const wrong = graph.references.filter((reference) => !isFine(reference, byId));
  const told = wrong.slice(0, mostTold).map((reference) => {
    const [from, to] = [reference.from, reference.to].map((id) => byId.get(id));
    const names = `${from ? nameOf(from) : ''} refers to ${to ? nameOf(to) : ''}`;
    const problems = problemTexts(reference);
    return `${names}${problems.length === 0 ? ', which is not among the files' : `: ${problems.join(', ')}`}.`;
  });
  const heading = graph.kustomization === undefined ? [] : [`${graph.kustomization}:`];
  return [...heading, summaryText(graph), ...told].join(' ');
}

function arrowHead(kind: string): string {
  return element(
    'marker',
    { id: `arrow-${kind}`, viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
    element('path', { class: `head ${kind}`, d: 'M0 0L8 4L0 8Z' }),
  );
}

function panelOf(graph: RunGraph, layout: Layout): readonly string[] {
  const byId = objectsById(graph);
  const groups = layout.groups.flatMap(({ namespace, y, height }) => [
    element('rect', { class: 'group', x: sizes.margin, y, width: layout.width - 2 * sizes.margin, height, rx: 8 }),
    text(sizes.margin + 12, y + 19, namespace === '' ? noNamespace : namespace, 'dim'),
  ]);
  const edges = graph.references.flatMap((reference) => edgeOf(reference, layout.boxes, isFine(reference, byId)));
  const heading = graph.kustomization === undefined ? '' : `${graph.kustomization}: `;
  return [
    ...groups,
    ...edges,
    ...[...layout.boxes.values()].flatMap(boxMarkup),
    text(sizes.margin, layout.height + 8, `${heading}${summaryText(graph)}`, 'dim'),
    text(sizes.margin, layout.height + 26, '— named   ╌ selected by labels   red: leads nowhere', 'dim'),
  ];
}

function boxMarkup({ object, x, y, width, title, kind }: Box): readonly string[] {
  const about = [nameOf(object), ...(object.file === undefined ? [] : [object.file])].join('\n');
  return [
    element(
      'g',
      {},
      element('title', {}, markup(about)),
      element('rect', { class: `object ${object.presence}`, x, y, width, height: sizes.box, rx: 5 }),
      text(x + 10, y + 16, kind, 'dim'),
      text(x + 10, y + 32, title, 'strong'),
    ),
  ];
}

function edgeOf(reference: GraphReference, boxes: ReadonlyMap<number, Box>, isRight: boolean): readonly string[] {
  const from = boxes.get(reference.from);
  const to = boxes.get(reference.to);
  if (!from || !to) return [];
  const kind = isRight ? 'fine' : 'wrong';
  const about = [reference.relation, ...reference.fields, ...problemTexts(reference)].join('\n');
  const attributes = {
    class: `edge ${reference.relation} ${kind}`,
    d: curve(from, to),
    'marker-end': `url(#arrow-${kind})`,
  };
  return [element('path', attributes, element('title', {}, markup(about)))];
}

/** From the right side of a box to the left side of the other; around the boxes where that one is not to the right. */
function curve(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + sizes.box / 2];
  const [x2, y2] = [to.x, to.y + sizes.box / 2];
  const bend = Math.max(40, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

function text(x: number, y: number, content: string, kind: string): string {
  return element('text', { x, y, class: kind }, markup(content));
}
