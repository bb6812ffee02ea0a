import { own } from '@podlint/plain';
import { visible } from '../sanitize.js';

/** The comment at the end of a field's line, by the field's path as the server prints it; undefined for none. */
export type CommentOf = (path: string) => string | undefined;

const plainString = /^[A-Za-z_/][\w./@-]*(?::[\w./@-]+)*$/;
/** What YAML 1.1 takes for something else than a string. */
const notAString = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** A JSON value as block YAML, one line a scalar, with comments at the ends of lines. */
export function yamlLines(value: unknown, commentOf: CommentOf): string[] {
  return blockLines(value, '', commentOf);
}

function blockLines(value: unknown, path: string, commentOf: CommentOf): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => itemLines(item, `${path}[${index}]`, commentOf));
  return inReadingOrder(value as Record<string, unknown>).flatMap(([key, inner]) =>
    fieldLines(key, inner, path, commentOf),
  );
}

/** As people write manifests: what a thing is comes before what it is like. */
const firstFields: readonly string[] = ['apiVersion', 'kind', 'metadata', 'name', 'image'];

function inReadingOrder(object: Readonly<Record<string, unknown>>): [string, unknown][] {
  const first = firstFields
    .filter((name) => Object.hasOwn(object, name))
    .map((name): [string, unknown] => [name, own(object, name)]);
  return [...first, ...Object.entries(object).filter(([name]) => !firstFields.includes(name))];
}

function itemLines(item: unknown, path: string, commentOf: CommentOf): string[] {
  if (!isBlock(item)) return [`- ${scalar(item)}${comment(commentOf(path))}`];
  return blockLines(item, path, commentOf).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

function fieldLines(key: string, value: unknown, parent: string, commentOf: CommentOf): string[] {
  const path = parent === '' ? key : `${parent}.${key}`;
  // A key of a map, such as a resource's name, stands in brackets.
  const note = comment(commentOf(path) ?? commentOf(`${parent}[${key}]`));
  if (!isBlock(value)) return [`${scalar(key)}: ${scalar(value)}${note}`];
  return [`${scalar(key)}:${note}`, ...blockLines(value, path, commentOf).map((line) => `  ${line}`)];
}

function isBlock(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return plainString.test(value) && !notAString.test(value) ? value : visible(JSON.stringify(value));
}

function comment(text: string | undefined): string {
  return text === undefined ? '' : `  ${text}`;
}
