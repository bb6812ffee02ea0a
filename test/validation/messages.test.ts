import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Message, MessageValue } from '@podlint/messages';
import { fieldErrorsOf } from '../kit/server-errors.js';
import { pod, sound } from './containers-kit.js';
import { workload } from './workload-kit.js';

const root = path.resolve(import.meta.dirname, '../../..');

interface Source {
  readonly file: string;
  readonly text: string;
}

/** A message, and where it is defined. */
interface Defined extends Source {
  readonly about: string;
  readonly key: string;
  readonly id: string;
  /** What the messages are called in that file. */
  readonly variable: string;
}

function sourcesOf(folder: string): Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

const sources = readdirSync(path.join(root, 'packages')).flatMap((name) => sourcesOf(`packages/${name}/src`));
const beginning = /const (\w+) = defineMessages\('([^']+)', \{/g;
/** A string, and whether it is a key; a key without quotes; the end. */
const token = /(['"`])((?:\\.|(?!\1)[^])*)\1(\s*:)?|(\w+)\s*:|\}/g;

function definedIn(source: Source): Defined[] {
  return [...source.text.matchAll(beginning)].flatMap(({ 0: { length }, 1: variable = '', 2: about = '', index }) =>
    keysFrom(source.text, index + length).map((key) => ({ ...source, variable, about, key, id: `${about}/${key}` })),
  );
}

function keysFrom(text: string, start: number): string[] {
  const keys: string[] = [];
  token.lastIndex = start;
  for (let match = token.exec(text); match && match[0] !== '}'; match = token.exec(text)) {
    const [, , quoted, colon, bare] = match;
    if (bare !== undefined) keys.push(bare);
    else if (colon !== undefined) keys.push(quoted!);
  }
  return keys;
}

const defined = sources.flatMap(definedIn);

test('every definition of messages is read here', () => {
  const count = (pattern: RegExp): number =>
    sources.reduce((sum, { text }) => sum + [...text.matchAll(pattern)].length, 0);
  assert.equal(count(beginning), count(/\bdefineMessages\(/g));
  assert.ok(defined.length > 600, `${defined.length} messages`);
});

test('ids are words with dashes between them', () => {
  const words = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
  assert.deepEqual(
    defined.filter(({ about, key }) => !words.test(about) || !words.test(key)).map(({ id }) => id),
    [],
  );
});

test('no two messages have one id', () => {
  const ids = defined.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  );
});

test('every message of a check is said somewhere', () => {
  const checks = sourcesOf('packages/validation/src');
  const isSaid = ({ text, variable, key }: Defined): boolean => {
    const call = new RegExp(`\\b${variable}(?:\\.${key}\\b|\\['${key}'\\])`);
    const isShared = text.includes(`export const ${variable} = defineMessages(`);
    return isShared ? checks.some((source) => call.test(source.text)) : call.test(text);
  };
  assert.deepEqual(
    checks
      .flatMap(definedIn)
      .filter((message) => !isSaid(message))
      .map(({ id }) => id),
    [],
  );
});

/** A message as `id { name: value }`, with the messages inside it in the same way. */
function described({ id, data }: Message): object {
  const values = Object.entries(data).map(([name, value]) => [name, describedValue(value)]);
  return { [id]: Object.fromEntries(values) as object };
}

function describedValue(value: MessageValue): unknown {
  return typeof value === 'object' ? described(value) : value;
}

function messagesOf(manifest: Parameters<typeof fieldErrorsOf>[0]): object[] {
  return fieldErrorsOf(manifest).map(({ message }) => described(message));
}

test('a message holds the facts, and why a name does not fit as a message of its own', () => {
  assert.deepEqual(messagesOf(pod({ containers: [{ ...sound, name: 'C' }] })), [
    { 'container-name/invalid': { name: 'C', problem: { 'format/dns-label': {} } } },
  ]);
  assert.deepEqual(messagesOf(workload('Deployment', { replicas: -3 })), [
    { 'workload-number/negative': { field: 'replicas', value: -3 } },
  ]);
});

test('a message holds the other end of the mistake', () => {
  const [error] = fieldErrorsOf(pod({ containers: [sound, sound] }));
  assert.deepEqual(
    error?.related?.map(({ message }) => described(message)),
    [{ 'related/used-first': { name: sound.name } }],
  );
});

test('a value that is not supported comes with those that are', () => {
  const list = { 'list/quoted-or': { items: { 'list/quoted': { item: 'HTTP' } }, item: 'HTTPS' } };
  const httpGet = { path: '/', port: 80, scheme: 'ftp' };
  assert.deepEqual(messagesOf(pod({ containers: [{ ...sound, livenessProbe: { httpGet } }] })), [
    { 'field-value/not-supported': { field: 'scheme', value: '"ftp"', allowed: list } },
  ]);
});

test('all that is wrong with the name of a port is said at once', () => {
  const problem = { 'list/problems': { problems: { 'format/no-letter': {} }, problem: { 'format/outer-dash': {} } } };
  assert.deepEqual(messagesOf(pod({ containers: [{ ...sound, ports: [{ name: '1-', containerPort: 1 }] }] })), [
    { 'container-port/invalid-name': { name: '1-', problem } },
  ]);
});
