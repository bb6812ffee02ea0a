import assert from 'node:assert/strict';
import type { Message } from '@podlint/messages';
import { decode } from '@podlint/kinds';
import { describeObject, type Decoding, type SchemaProblem } from '@podlint/schema';
import { parseText, type JsonValue, type YamlDocument } from '@podlint/syntax';

export function documentOf(text: string): YamlDocument {
  const [document] = parseText(text).documents;
  assert.ok(document, 'the text has a document');
  return document;
}

/** Decodes a text's first document, whose kind podlint has to know. */
export function decodeText(text: string, minor = 36): Decoding {
  const document = documentOf(text);
  const json = document.toJSON();
  const { known, status } = describeObject(json);
  assert.ok(known && status === 'known' && document.root !== undefined, `a known object, not ${status}`);
  return decode(document, document.root, json, known, minor);
}

/** `schema/unknown-field spec.foo`, in the order of the text. */
export function findings(text: string, minor = 36): string[] {
  return decodeText(text, minor).problems.map(({ code, path }) => `${code} ${path.toString()}`);
}

export function onlyProblem(text: string, minor = 36): SchemaProblem {
  const { problems } = decodeText(text, minor);
  assert.equal(problems.length, 1, `one problem in\n${text}\n${JSON.stringify(problems, null, 1)}`);
  return problems[0]!;
}

/** A message without its words: its id, and what it tells of the case. */
export type Said = readonly [id: string, data: { readonly [name: string]: string | number | Said }];

export function said({ id, data }: Message): Said {
  const facts = Object.entries(data).map(([name, value]) => [name, typeof value === 'object' ? said(value) : value]);
  return [id, Object.fromEntries(facts) as Said[1]];
}

export function textAt(
  text: string,
  { range }: { readonly range: { readonly start: number; readonly end: number } },
): string {
  return text.slice(range.start, range.end);
}

function indented(lines: string, by: number): string {
  return lines.trimEnd().replace(/^(?=.)/gm, ' '.repeat(by));
}

/** A Pod with these lines in its spec, in addition to one container. */
export function podWith(lines: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: web\n    image: nginx\n${indented(lines, 2)}\n`;
}

/** A Pod with these lines in its only container. */
export function containerWith(lines: string): string {
  return podWith(indented(lines, 2));
}

export function deploymentWith(lines: string, podLines = ''): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n${indented(lines, 2)}\n  template:\n    spec:\n      containers:\n      - name: web\n        image: nginx\n${indented(podLines, 6)}`;
}

/** What becomes of one value in a Pod, at the path from the object down. */
export function decodedAt(text: string, ...path: (string | number)[]): JsonValue | undefined {
  let value: JsonValue | undefined = decodeText(text).value;
  for (const segment of path) value = (value as { [key: string | number]: JsonValue } | undefined)?.[segment];
  return value;
}

/** What is wrong with one item of a List. */
export function problemsOfItem(text: string, item: number, minor = 36): readonly SchemaProblem[] {
  const document = documentOf(text);
  const json = (document.toJSON() as { items: JsonValue[] }).items[item]!;
  const node = document.at(['items', item]);
  const { known } = describeObject(json);
  assert.ok(known && node !== undefined);
  return decode(document, node, json, known, minor).problems;
}
