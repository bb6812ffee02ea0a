import { own } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import { childOf, isObject } from '../source.js';
import { textOf, type Written } from './written.js';

const secondsOf: Readonly<Record<string, number>> = { '': 1, s: 1, sec: 1, seconds: 1, m: 60, min: 60, h: 3600 };
const duration = /^(\d{1,6}) ?(s|sec|seconds|m|min|h)?$/;
const wholeNumber = /^-?(?:0|[1-9]\d{0,8})$/;

/** The whole number that a text or number plainly is. */
export function numberOf({ value }: Written): number | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  return typeof value === 'string' && wholeNumber.test(value) ? Number(value) : undefined;
}

/** How many seconds a text with a unit is, for a field that counts them: `1m30s` is left to its author. */
export function secondsIn(name: string, value: JsonValue): number | undefined {
  const [, amount, unit = ''] = (typeof value === 'string' && duration.exec(value)) || [];
  const factor = own(secondsOf, unit);
  return !/Seconds$/.test(name) || amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

/** The reference that a chart's values have in parts: `{repository: nginx, tag: "1.25"}`. */
export function imageOf(name: string, { value }: Written): string | undefined {
  if (name !== 'image' || !isObject(value)) return undefined;
  const [registry, repository, tag, digest] = ['registry', 'repository', 'tag', 'digest'].map((part) => {
    const text = childOf(value, part);
    return typeof text === 'string' && text !== '' ? text : undefined;
  });
  const path = repository ?? (typeof value['name'] === 'string' ? value['name'] : undefined);
  if (path === undefined) return undefined;
  return `${registry === undefined ? '' : `${registry}/`}${path}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** The only item of a list of texts: brackets or a dash too many. */
export function onlyText({ document, node, value }: Written): string | undefined {
  const [only, ...more] = Array.isArray(value) ? document.children(node) : [];
  if (only === undefined || more.length > 0 || !Array.isArray(value)) return undefined;
  return textOf({ document, node: only, value: value[0] ?? null });
}
