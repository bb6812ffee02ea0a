import type { Minor } from '@podlint/model';
import { own, setOwn } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import { wordsOf } from '../command-words.js';
import { hasShapeOf } from '../shape.js';
import { isObject } from '../source.js';
import { definitionOf, fieldOf, type Field } from '../structure.js';
import { itemsOfEntries, itemOfText } from './items.js';
import { imageOf, numberOf, onlyText, secondsIn } from './scalars.js';
import { mainFields } from './shapes.js';
import { partOf, textOf, type Written } from './written.js';

type JsonObject = { [key: string]: JsonValue };

/** The same as it was written, in the shape that the field takes. */
export interface Reshaped {
  readonly value: JsonValue;
  readonly how: 'item' | 'entries' | 'under' | 'joined' | 'plain' | 'texts';
  /** `under`: the field that it belongs under. */
  readonly under?: string;
  /** Nothing is lost, and nothing else can be meant. */
  readonly isCertain: boolean;
}

/** What was plainly meant by a value that the field does not take. */
export function reshaped(field: Field, name: string, written: Written, minor: Minor): Reshaped | undefined {
  if (written.document.aliasTarget(written.node) !== undefined || isLeftOut(written.value)) return undefined;
  if (field.shape === 'list') return asList(field, name, written, minor);
  if (field.shape === 'map') return asMap(field, written);
  return definitionOf(field.type) ? asStruct(field.type, written, minor) : asScalar(field, name, written);
}

/** Dots stand for what is not shown. */
function isLeftOut(value: JsonValue): boolean {
  return value === '...' || value === '…';
}

function asList({ type }: Field, name: string, written: Written, minor: Minor): Reshaped | undefined {
  const { value } = written;
  if (Array.isArray(value)) return undefined;
  const fields = definitionOf(type);
  if (isObject(value)) {
    const keys = Object.keys(value);
    // Beside a slip or two in names, most of an item's fields are right.
    if (fields && keys.filter((key) => Object.hasOwn(fields, key)).length * 2 > keys.length)
      return { value: [value], how: 'item', isCertain: true };
    const items = fields && itemsOfEntries(type, written, minor, fitted);
    return items && { value: items, how: 'entries', isCertain: true };
  }
  if (fields) {
    const item = asStruct(type, written, minor);
    return item && { value: [item.value], how: 'plain', isCertain: false };
  }
  if (type === 'string' && name === 'command' && typeof value === 'string')
    return { value: wordsOf(value), how: 'plain', isCertain: false };
  const single = asScalar({ type }, name, written)?.value ?? (fitsScalar(type, value) ? value : undefined);
  return single === undefined ? undefined : { value: [single], how: 'item', isCertain: false };
}

/** Labels as a list, `[app=web]` or `- app: web`, and what stands one level too deep. */
function asMap({ type }: Field, { value, ...where }: Written): Reshaped | undefined {
  if (!Array.isArray(value) || type !== 'string' || value.length === 0) return undefined;
  const map: JsonObject = {};
  for (const index of value.keys()) {
    for (const [key, text] of entriesOf(partOf({ ...where, value }, index))) {
      if (text === undefined || Object.hasOwn(map, key)) return undefined;
      setOwn(map, key, text);
    }
  }
  return { value: map, how: 'joined', isCertain: true };
}

function entriesOf(item: Written | undefined): [key: string, text: string | undefined][] {
  const [, key, text] = (typeof item?.value === 'string' && /^([\w./-]+)=(.*)$/.exec(item.value)) || [];
  if (key !== undefined && text !== undefined) return [[key, text]];
  if (!item || !isObject(item.value)) return [['', undefined]];
  return Object.keys(item.value).map((name) => {
    const part = partOf(item, name);
    return [name, part && textOf(part)];
  });
}

function asStruct(type: string, written: Written, minor: Minor): Reshaped | undefined {
  const { value } = written;
  if (typeof value === 'string') {
    const item = itemOfText(type, value, minor);
    if (item) return { value: item.value, how: 'texts', isCertain: item.isCertain };
  }
  return Array.isArray(value)
    ? (joined(type, value) ?? underMain(type, written, minor))
    : ofScalar(type, written, minor);
}

function ofScalar(type: string, written: Written, minor: Minor): Reshaped | undefined {
  const { value } = written;
  if (isObject(value)) return undefined;
  if (type === 'networking.v1.ServiceBackendPort')
    return under(typeof value === 'number' ? 'number' : 'name', value, true);
  if (type === 'core.v1.EmptyDirVolumeSource' && value === true) return { value: {}, how: 'plain', isCertain: true };
  return underMain(type, written, minor);
}

/** Fields that were written as items of a list: each has a dash too many. */
function joined(type: string, items: readonly JsonValue[]): Reshaped | undefined {
  const fields = definitionOf(type) ?? {};
  const all: JsonObject = {};
  for (const item of items) {
    if (!isObject(item)) return undefined;
    for (const [name, value] of Object.entries(item)) {
      if (!Object.hasOwn(fields, name) || Object.hasOwn(all, name)) return undefined;
      setOwn(all, name, value);
    }
  }
  return items.length === 0 ? undefined : { value: all, how: 'joined', isCertain: true };
}

function underMain(type: string, written: Written, minor: Minor): Reshaped | undefined {
  const main = own(mainFields, type) ?? ofCapabilities(type, written.value);
  if (main === undefined) return undefined;
  const [first = '', second] = main.split('.');
  const holder = second === undefined ? type : (fieldOf(type, first, minor)?.type ?? '');
  const name = second ?? first;
  const field = fieldOf(holder, name, minor);
  const value = field && fitted(field, name, written, minor);
  const isGuess = type === 'core.v1.Capabilities' || (typeof written.value === 'string' && name === 'command');
  return value === undefined ? undefined : under(main, value, !isGuess);
}

/** ALL is dropped, others are added. */
function ofCapabilities(type: string, value: JsonValue): string | undefined {
  if (type !== 'core.v1.Capabilities' || !Array.isArray(value)) return undefined;
  return value.includes('ALL') ? 'drop' : 'add';
}

function under(name: string, value: JsonValue, isCertain: boolean): Reshaped {
  const nested = name.split('.').reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value);
  return { value: nested, how: 'under', under: name, isCertain };
}

function asScalar({ type }: Field, name: string, written: Written): Reshaped | undefined {
  const { value } = written;
  if (type.startsWith('int')) {
    const seconds = secondsIn(name, value) ?? (typeof value === 'string' ? numberOf(written) : undefined);
    if (seconds !== undefined) return { value: seconds, how: 'plain', isCertain: true };
  }
  if (type !== 'string') return undefined;
  const text = imageOf(name, written) ?? onlyText(written);
  return text === undefined ? undefined : { value: text, how: 'plain', isCertain: !isObject(value) };
}

function fitsScalar(type: string, value: JsonValue): boolean {
  if (type === 'string') return typeof value === 'string';
  return type.startsWith('int') && typeof value === 'number' && Number.isInteger(value);
}

/** The value as the field takes it: as it is, as the text that it is written as, or in another shape. */
export function fitted(field: Field, name: string, written: Written, minor: Minor): JsonValue | undefined {
  const { value } = written;
  if (!hasShapeOf(field, value)) return reshaped(field, name, written, minor)?.value;
  if (field.shape === 'list') return withFittedItems(field, written, minor);
  if (field.shape || definitionOf(field.type) || value === null) return value;
  if (field.type === 'string') return textOf(written);
  if (field.type === 'int32' || field.type === 'int64')
    return numberOf(written) ?? asScalar(field, name, written)?.value;
  return value;
}

/** The list with its items in the shape that they have there, where there is one for each. */
function withFittedItems({ type }: Field, written: Written, minor: Minor): JsonValue {
  const { value } = written;
  if (!Array.isArray(value) || !definitionOf(type) || value.every(isObject)) return value;
  const items = value.map((item, index) => {
    const part = partOf(written, index);
    return isObject(item) || !part ? item : asStruct(type, part, minor)?.value;
  });
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : value;
}
