// The lint rules of this project see what they are there for: scripts/eslint.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../scenarios/run.js';

/** Each line, and the rule that refuses it. */
const lines: readonly (readonly [line: string, rule: string | undefined])[] = [
  ['export const get = (t: Record<string, number>, k: string) => t[k];', 'strangers/no-index-by-text'],
  ['export const set = (t: Record<string, number>, k: string) => (t[k] = 1);', 'strangers/no-index-by-text'],
  ['export const any = (t: Record<string, number>, k: any) => t[k];', 'strangers/no-index-by-text'],
  ['export const claimed = (t: { a: 1 }, k: string) => t[k as "a"];', 'strangers/no-index-by-text'],
  ['export const within = (t: object, k: string) => k in t;', 'strangers/no-index-by-text'],
  ['export const own = (t: Record<string, number>, k: string) => (Object.hasOwn(t, k) ? t[k] : 0);', undefined],
  ['export const listed = (t: { a: 1; b: 2 }, k: "a" | "b") => t[k];', undefined],
  ['export const named = <T extends object>(t: T, k: keyof T) => t[k];', undefined],
  ['export const item = (t: number[], k: number) => t[k];', undefined],
  ['export const push = (a: number[], b: number[]) => a.push(...b);', 'strangers/no-spread-of-many'],
  ['export const splice = (a: number[], b: number[]) => a.splice(0, 1, ...b);', 'strangers/no-spread-of-many'],
  ['export const most = (a: number[]) => Math.max(...a);', 'strangers/no-spread-of-many'],
  ['export const applied = (a: number[]) => Math.max.apply(null, a);', 'strangers/no-spread-of-many'],
  ['export const bytes = (a: number[]) => Uint8Array.of(...a);', 'strangers/no-spread-of-many'],
  ['export const assigned = (a: object[]) => Object.assign({}, ...a);', 'strangers/no-spread-of-many'],
  ['export const both = (a: number[], b: number[]) => [...a, ...b];', undefined],
  ['export const few = (a: number[]) => a.push(...[1, 2]);', undefined],
  ['export let changed = 1;', 'no-restricted-syntax'],
];

const refusing = lines.map(([, rule]) => rule);

test('objects are not indexed with text, lists are no arguments, and exports do not change', () => {
  // As if it were a file that is published: the types of such a file are known.
  const file = path.join(root, 'packages/plain/src/fields.ts');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/eslint/bin/eslint.js'), '--stdin', '--stdin-filename', file, '--format', 'json'],
    { cwd: root, input: lines.map(([line]) => line).join('\n'), encoding: 'utf8' },
  );
  assert.ok(stdout.startsWith('['), stderr);
  const [{ messages }] = JSON.parse(stdout) as [{ messages: readonly { line: number; ruleId: string }[] }];
  lines.forEach(([line, rule], index) => {
    const found = messages.flatMap((one) =>
      one.line === index + 1 && refusing.includes(one.ruleId) ? [one.ruleId] : [],
    );
    assert.deepEqual(found, rule === undefined ? [] : [rule], line);
  });
});
