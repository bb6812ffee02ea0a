// npm run version:next: the next version, by what is written in .changeset. @changesets/cli raises every package and writes the
// CHANGELOGs; what it does not know of is done here.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
/** 2.x is the last one for Node 20. */
const changesets = '@changesets/cli@2.29.8';
/** What users install has a CHANGELOG. */
const withChangelog = new Set(['packages/cli', 'packages/eslint-plugin', 'packages/vscode']);

const before = versionOf('packages/cli');
execFileSync('npx', ['--yes', '--ignore-scripts', changesets, 'version'], { cwd: root, stdio: 'inherit' });
const next = versionOf('packages/cli');
if (next === before) {
  console.error('no new version: nothing is written in .changeset');
  process.exit(1);
}
for (const folder of packages()) {
  if (!withChangelog.has(folder)) rmSync(path.join(root, folder, 'CHANGELOG.md'), { force: true });
}
for (const file of ['package.json', 'packages/model/src/tool-version.ts']) {
  const text = readFileSync(path.join(root, file), 'utf8');
  writeFileSync(path.join(root, file), text.replace(before, next));
}
console.log(`${before} is ${next} now. npm test finds the places that name the old one.`);

function versionOf(folder) {
  return JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')).version;
}

/** As pnpm-workspace.yaml has them. */
function packages() {
  const inner = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`);
  return [...inner, 'schemas', 'rules', 'test'];
}
