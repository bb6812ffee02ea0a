import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, 'test/study-notes/samples');

/** Manifests as people write them, right and wrong, of every kind that podlint judges. */
export const samples: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readFileSync(path.join(folder, name), 'utf8'));
