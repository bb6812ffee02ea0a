import { FieldPath } from '@podlint/field-path';
import { setOwn } from '@podlint/plain';
import {
  insertField,
  joinedRemovals,
  removeEntry,
  renameKey,
  replaceValue,
  type JsonValue,
  type TextEdit,
} from '@podlint/syntax';
import { carriedNames } from './carried-over.js';
import type { Failure } from './check.js';
import { moveFix, renameFix } from './fixes.js';
import type { ProblemFix } from './problem.js';
import { fitted } from './reshape/reshape.js';
import { childOf, isObject, nodeAt, valueAt, type ObjectSource } from './source.js';
import { hasShapeOf } from './shape.js';
import { definitionOf, fieldOf, step, type Field } from './structure.js';

type JsonObject = { [key: string]: JsonValue };

/** The fields below the holder that were meant, the likeliest first. */
export function meantFields(source: ObjectSource, { path, value, expected }: Failure): readonly (readonly string[])[] {
  const name = String(path.segment);
  // A selector knows its labels under matchLabels only.
  if (expected.type === 'meta.v1.LabelSelector' && (typeof value === 'string' || typeof value === 'number'))
    return [['matchLabels', name]];
  if (isMounts(expected.type, name, value)) return [['volumeMounts']];
  const meant = carriedNames(expected.type, name, path.holder.length === 0).filter(
    (way) => fieldDown(expected.type, way, source) !== undefined,
  );
  const fitting = meant.filter((way) => valueFor(source, path, expected.type, way) !== undefined);
  return fitting.length > 0 ? fitting : meant;
}

/** Mounts under `volumes`, as docker-compose has them in a service. */
function isMounts(type: string, name: string, value: JsonValue): boolean {
  if (type !== 'core.v1.Container' || name !== 'volumes' || !Array.isArray(value) || value.length === 0) return false;
  return value.every((item) => typeof item === 'string' || (isObject(item) && Object.hasOwn(item, 'mountPath')));
}

/** Writes the value where it was meant to be; nothing where that is set already, or the value does not fit. */
export function carriedFix(source: ObjectSource, { path, expected }: Failure, way: readonly string[]): ProblemFix[] {
  const [first = '', ...deeper] = way;
  const holder = valueAt(source.json, path.holder);
  const isThere = childOf(holder, first) !== undefined;
  if (deeper.length === 0) return isThere ? [] : renamed(source, path, expected.type, first);
  if (!isThere) return nested(source, path, expected.type, way);
  if (childOf(valueAt(holder ?? null, FieldPath.root.child(first)), deeper[0] ?? '') !== undefined && deeper.length > 1)
    return [];
  return moved(source, path, expected.type, way);
}

function renamed(source: ObjectSource, path: FieldPath, type: string, name: string): ProblemFix[] {
  const isFirst = siblingsMeaning(source, path, type, name)[0] === path.segment;
  const field = fieldOf(type, name, source.minor);
  if (!isFirst || !field) return [];
  const value = valueAt(source.json, path) ?? null;
  const fit = valueFor(source, path, type, [name]);
  if (fit === undefined) return [];
  if (hasShapeOf(field, value) && fit === value) return renameFix(source, path, name, 'unsafe');
  const node = nodeAt(source, path);
  return node === undefined
    ? []
    : fixOf(source, `Write "${name}"`, [
        renameKey(source.document, node, name),
        replaceValue(source.document, node, fit),
      ]);
}

/** All that belongs into the same struct goes there at once: it is not there yet, and is made once. */
function nested(source: ObjectSource, path: FieldPath, type: string, asked: readonly string[]): ProblemFix[] {
  const [first = ''] = asked;
  const names = siblingsMeaning(source, path, type, first);
  const struct: JsonObject = {};
  for (const name of names) {
    const sibling = path.holder.child(name);
    const way = name === path.segment ? asked : (likeliest(source, sibling, type) ?? []);
    const fit = valueFor(source, sibling, type, way);
    if (fit === undefined || !put(struct, way.slice(1), fit)) return [];
  }
  const nodes = names.flatMap((name) => nodeAt(source, path.holder.child(name)) ?? []);
  const [node, ...others] = nodes;
  if (node === undefined || nodes.length < names.length) return [];
  const { document } = source;
  return fixOf(source, `Put it under "${asked.slice(0, -1).join('.')}"`, [
    renameKey(document, node, first),
    replaceValue(document, node, struct),
    ...others.map((other) => removeEntry(document, other)),
  ]);
}

/** The names of the holder that mean something in the same field, in the order of the text. */
function siblingsMeaning(source: ObjectSource, path: FieldPath, type: string, first: string): string[] {
  const holder = valueAt(source.json, path.holder);
  const known = definitionOf(type) ?? {};
  return Object.keys(isObject(holder) ? holder : {}).filter((name) => {
    if (Object.hasOwn(known, name)) return false;
    return likeliest(source, path.holder.child(name), type)?.[0] === first;
  });
}

/** The field that a name which the type does not know meant most likely. */
function likeliest(source: ObjectSource, path: FieldPath, type: string): readonly string[] | undefined {
  const value = valueAt(source.json, path) ?? null;
  return meantFields(source, { kind: 'unknown', path, value, expected: { type } })[0];
}

function put(struct: JsonObject, [first = '', ...deeper]: readonly string[], value: JsonValue): boolean {
  if (deeper.length === 0) {
    if (Object.hasOwn(struct, first)) return false;
    setOwn(struct, first, value);
    return true;
  }
  if (!Object.hasOwn(struct, first)) setOwn<JsonValue>(struct, first, {});
  const inner = childOf(struct, first);
  return isObject(inner) && put(inner, deeper, value);
}

/** Into a struct that is there. */
function moved(source: ObjectSource, path: FieldPath, type: string, way: readonly string[]): ProblemFix[] {
  const goal = way.slice(0, -1).reduce((at, name) => at.child(name), path.holder);
  if (way.at(-1) === path.segment) return moveFix(source, path, goal, 'unsafe');
  const [node, holder] = [nodeAt(source, path), nodeAt(source, path.holder.child(way[0] ?? ''))];
  const fit = valueFor(source, path, type, way);
  if (node === undefined || holder === undefined || fit === undefined) return [];
  const inner = way.slice(2).reduceRight<JsonValue>((value, name) => ({ [name]: value }), fit);
  return fixOf(source, `Put it under "${way.slice(0, -1).join('.')}"`, [
    removeEntry(source.document, node),
    insertField(source.document, holder, way[1] ?? '', inner),
  ]);
}

function fixOf(
  { document: { text } }: ObjectSource,
  title: string,
  edits: readonly (TextEdit[] | undefined)[],
): ProblemFix[] {
  const all = edits.flatMap((made) => made ?? []);
  return edits.includes(undefined) ? [] : [{ title, safety: 'unsafe', edits: joinedRemovals(text, all) }];
}

function fieldDown(type: string, way: readonly string[], { minor }: ObjectSource): Field | undefined {
  return way.reduce<Field | undefined>((field, name) => field && step(field, name, minor), { type });
}

/** What the field at the end of the way takes of the value. */
function valueFor(source: ObjectSource, path: FieldPath, type: string, way: readonly string[]): JsonValue | undefined {
  const field = fieldDown(type, way, source);
  const node = nodeAt(source, path);
  if (!field || node === undefined) return undefined;
  const value = valueAt(source.json, path) ?? null;
  const name = way.at(-1) ?? '';
  const written = String(path.segment);
  const made = dockerBytes(written, value) ?? madeOf(type, written, value);
  return made ?? fitted(field, name, { document: source.document, node, value }, source.minor);
}

/** What one field says in another struct than it does here. */
function madeOf(type: string, name: string, value: JsonValue): JsonValue | undefined {
  if (type === 'core.v1.NodeSelectorTerm' && name === 'matchLabels' && isObject(value)) {
    const labels = Object.entries(value);
    return labels.every(([, label]) => typeof label === 'string')
      ? labels.map(([key, label]) => ({ key, operator: 'In', values: [label] }))
      : undefined;
  }
  // Of autoscaling/v1.
  if (name === 'targetCPUUtilizationPercentage' && typeof value === 'number')
    return [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: value } },
      },
    ];
  return undefined;
}

/** docker-compose counts bytes in powers of 1024, and writes `512m` for what is `512Mi` here. */
function dockerBytes(name: string, value: JsonValue): string | undefined {
  const [, amount, unit = ''] = (typeof value === 'string' && /^(\d+)([kmg])b?$/i.exec(value)) || [];
  return /^mem_(?:limit|reservation)$/.test(name) && amount !== undefined
    ? `${amount}${unit.toUpperCase()}i`
    : undefined;
}
