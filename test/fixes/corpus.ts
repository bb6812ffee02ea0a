import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createCases } from '../conformance/cases.js';
import { samples } from '../kit/manifests.js';

const rules = path.resolve(import.meta.dirname, '../../../rules');

/** What the cases of the rules begin with, and what their fixes make of them. */
function ruleCases(): string[] {
  return readdirSync(rules, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[\w-]+\/[\w-]+\/cases\/[^/]+\.yaml$/.test(name.replaceAll(path.sep, '/')))
    .sort()
    .map((name) => readFileSync(path.join(rules, name), 'utf8'));
}

/** Longer ones would take most of the time. */
const longest = 6000;

const distinct = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter(({ length }) => length <= longest);

/** What people have written for the project's tests. */
export const written: readonly string[] = distinct([...samples, ...ruleCases()]);

/** What the server's answers were recorded for. */
export const recorded: readonly string[] = distinct(createCases('1.36').map(({ manifest }) => manifest));

/** Every manifest of the project's own test data. */
export const corpus: readonly string[] = distinct([...written, ...recorded]);
