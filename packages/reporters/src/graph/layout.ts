import type { GraphObject, GraphReference } from '@podlint/engine';
import { addTo, largest } from '@podlint/plain';
import { visible } from '../sanitize.js';
import { byNamespace, linkedIds, type RunGraph } from './graphs.js';
import { ranksOf } from './ranks.js';
import { presenceText } from './words.js';

/** Pixels. */
export const sizes = {
  margin: 20,
  box: 40,
  rowGap: 12,
  columnGap: 90,
  groupGap: 20,
  groupPadding: 14,
  groupHeading: 26,
  letter: 7,
  padding: 20,
} as const;

/** Letters of a name in a box. */
const longest = 40;

export interface Box {
  readonly object: GraphObject;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly title: string;
  readonly kind: string;
}

interface Group {
  readonly namespace: string;
  readonly y: number;
  readonly height: number;
}

export interface Layout {
  readonly boxes: ReadonlyMap<number, Box>;
  readonly groups: readonly Group[];
  readonly width: number;
  readonly height: number;
}

/** Objects in columns by what leads to them, each namespace by itself; those that no reference touches are left out. */
export function layoutOf(graph: RunGraph): Layout {
  const linked = linkedIds(graph);
  const shown = graph.objects.filter(({ id }) => linked.has(id));
  const ranks = ranksOf(
    shown.map(({ id }) => id),
    graph.references,
  );
  const columns = columnsOf(shown, ranks);
  const boxes = new Map<number, Box>();
  const groups: Group[] = [];
  let top: number = sizes.margin;
  for (const [namespace, objects] of byNamespace(shown)) {
    const height = placeGroup(objects, { ranks, columns, top, boxes, references: graph.references });
    groups.push({ namespace, y: top, height });
    top += height + sizes.groupGap;
  }
  const last = columns.at(-1);
  const width = (last ? last.x + last.width : 0) + sizes.groupPadding + sizes.margin;
  return { boxes, groups, width: Math.max(width, 520), height: top };
}

interface Column {
  readonly x: number;
  readonly width: number;
}

function columnsOf(objects: readonly GraphObject[], ranks: ReadonlyMap<number, number>): readonly Column[] {
  const widths: number[] = [];
  for (const object of objects) {
    const rank = ranks.get(object.id) ?? 0;
    widths[rank] = Math.max(widths[rank] ?? 0, widthOf(object));
  }
  let x = sizes.margin + sizes.groupPadding;
  return Array.from(widths, (width: number | undefined = 0) => {
    const column = { x, width };
    x += width + sizes.columnGap;
    return column;
  });
}

interface Placing {
  readonly ranks: ReadonlyMap<number, number>;
  readonly columns: readonly Column[];
  readonly top: number;
  readonly boxes: Map<number, Box>;
  readonly references: readonly GraphReference[];
}

/** Returns the height of the group. */
function placeGroup(objects: readonly GraphObject[], { ranks, columns, top, boxes, references }: Placing): number {
  const above = new Map<number, number[]>();
  for (const { from, to } of references) {
    addTo(above, to, from);
  }
  const inColumns = columns.map((_, rank) => objects.filter(({ id }) => (ranks.get(id) ?? 0) === rank));
  const first = top + sizes.groupHeading + sizes.groupPadding / 2;
  const step = sizes.box + sizes.rowGap;
  inColumns.forEach((column, rank) => {
    const sorted = rank === 0 ? column : sortedBy(column, (object) => middle(above.get(object.id) ?? [], boxes));
    sorted.forEach((object, row) => {
      const { x = 0 } = columns[rank] ?? {};
      boxes.set(object.id, boxOf(object, x, first + row * step));
    });
  });
  const rows = largest(inColumns.map(({ length }) => length));
  return sizes.groupHeading + sizes.groupPadding + rows * step;
}

/** How far down those are on the average that refer to an object. */
function middle(ids: readonly number[], boxes: ReadonlyMap<number, Box>): number {
  const places = ids.flatMap((id) => boxes.get(id)?.y ?? []);
  return places.length === 0 ? Infinity : places.reduce((sum, y) => sum + y, 0) / places.length;
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T) => number): readonly T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key - b.key))
    .map(({ item }) => item);
}

function boxOf(object: GraphObject, x: number, y: number): Box {
  return { object, x, y, width: widthOf(object), title: titleOf(object), kind: kindOf(object) };
}

function titleOf({ name }: GraphObject): string {
  const letters = Array.from(visible(name));
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}

function kindOf(object: GraphObject): string {
  const presence = presenceText(object);
  return presence === '' ? object.kind : `${object.kind}, ${presence}`;
}

function widthOf(object: GraphObject): number {
  return largest([titleOf(object).length, kindOf(object).length]) * sizes.letter + sizes.padding;
}
