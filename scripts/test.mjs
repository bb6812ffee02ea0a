// Runs every built test, or those whose path holds one of the arguments. (`node --test` reads globs only from Node 21
// on.)
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const asked = process.argv.slice(2);
const files = readdirSync(path.join(root, 'test/dist'), { recursive: true })
  .filter((file) => file.endsWith('.test.js') && (asked.length === 0 || asked.some((part) => file.includes(part))))
  .sort()
  .map((file) => path.join(root, 'test/dist', file));
if (files.length === 0) {
  console.error('no test found: is it built?');
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [
    '--test',
    `--test-concurrency=${availableParallelism()}`,
    `--test-reporter=${path.join(root, 'scripts/test-reporter.mjs')}`,
    ...files,
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
