/**
 * Words may be made better at any time: nothing compares those of a finding with anything. What whole commands print is
 * the matter of test/scenarios.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../../..');
const self = path.join('test', 'architecture', 'words.test.ts');

/** The words of something: `found.message`, `problem.hint`, `result.message.text`. */
const words = String.raw`\b(?:message|hint)(?:[?!]*\.text)?[?!]*`;
const literal = String.raw`\s*(?:['"\`](?!['"\`])|\/(?![/*]))`;
const comparisons = [
  // assert.match(found.message, /.../), with a default or a call around the words.
  String.raw`assert\.(?:match|doesNotMatch)\((?:[^;]*[\s(.])?${words}[^;]*?,${literal}`,
  String.raw`assert\.\w+\([^;,]*\.${words},${literal}`,
  String.raw`${words}\.(?:includes|startsWith|endsWith|match|matchAll|search|indexOf)\(${literal}`,
  String.raw`\.${words}\s*[!=]==?${literal}`,
  String.raw`\/[a-z]*\.(?:test|exec)\([^()]*\.${words}\)`,
].map((source) => new RegExp(source));

function comparesWords(source: string): boolean {
  return comparisons.some((comparison) => comparison.test(source));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => ['dist', 'node_modules', 'generated'].includes(part)));
}

test('a comparison with words is told from others', () => {
  for (const source of [
    'assert.match(problem.message, /1\\.34/);',
    "assert.match(problem?.message ?? '', /soon/);",
    'assert.doesNotMatch(onlyProblem(secret("data")).message, /hunter2/);',
    "assert.equal(found.message, 'Said: this.');",
    "assert.ok(hint?.includes('6'));",
    'if (result.message.text!.startsWith("The image")) return;',
    "diagnostics.filter((found) => found.message === 'No labels.');",
    '/twice/.test(found.message)',
  ])
    assert.ok(comparesWords(source), source);
  for (const source of [
    "assert.equal(problem.message.id, 'startup-time/no-duration');",
    "assert.deepEqual(said(onlyProblem(text).message), ['identity/no-kind', {}]);",
    "report({ at: object.at, message: 'said' });",
    "assert.notEqual(command!.message, '');",
    'names.filter((name) => message.startsWith(name));',
  ])
    assert.ok(!comparesWords(source), source);
});

test('no code and no test compares the words of a finding', () => {
  const files = ['packages', 'rules', 'test'].flatMap(sourceFiles).filter((file) => file !== self);
  assert.ok(files.length > 500, `only ${files.length} files found`);
  const outside = files.filter((file) => !file.startsWith(path.join('test', 'scenarios')));
  assert.deepEqual(
    outside.filter((file) => comparesWords(readFileSync(path.join(root, file), 'utf8'))),
    [],
  );
});
