// Runs test/integrations: podlint inside the real programs that people use it with. Arguments choose some of them by
// name.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** In CI one that hangs fails by its name after this time, long before CI itself gives up; the longest takes 5 minutes. */
const TIME_LIMIT = process.env.CI ? [`--test-timeout=${20 * 60_000}`] : [];

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'test/integrations');
const known = readdirSync(folder)
  .filter((name) => existsSync(path.join(folder, name, 'run.mjs')))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no integration "${unknown.join('", "')}": there are ${known.join(', ')}`);
  process.exit(2);
}
const files = (asked.length > 0 ? asked : known).map((name) => path.join(folder, name, 'run.mjs'));
// One after the other: they install programs and measure time.
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', ...TIME_LIMIT, '--test-reporter=spec', ...files],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
