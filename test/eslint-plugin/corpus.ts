/** The manifests that ESLint and the command are both given. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { recorded, written } from '../fixes/corpus.js';

const root = path.resolve(import.meta.dirname, '../../..');

/** With what is in the folder `examples`, as a user has it. */
const examples = readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readFileSync(path.join(root, 'examples', name), 'utf8'));

/** Most of what was recorded are Pods that differ in a field: one of so many stands for all of them. */
const share = 100;

/** CR LF and a byte order mark come from editors, not from people. */
const asEditorsSave = examples.flatMap((text) => [text.replace(/\r?\n/g, '\r\n'), `\ufeff${text}`]);

export const texts: readonly string[] = [
  ...examples,
  ...asEditorsSave,
  ...written,
  ...recorded.filter((_, index) => index % share === 0),
].filter((text) => text.length > 0);
