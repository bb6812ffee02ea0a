import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Input } from './input.js';

const folder = path.resolve(import.meta.dirname, '../../fuzz/corpus');

/** An input that failed once, and what was wrong with it. */
export interface Kept extends Input {
  readonly about: string;
}

/** Writes an input into the corpus; its file. */
export function keep(input: Input, message: string): string {
  const [about = ''] = message.split('\n');
  const name = `${createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 12)}.json`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), `${JSON.stringify({ about, ...input }, undefined, 2)}\n`);
  return path.join('test/fuzz/corpus', name);
}

export function keptInputs(): readonly { readonly name: string; readonly input: Kept }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, input: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Kept }));
}
