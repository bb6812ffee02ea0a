// `npm pack`, `pnpm pack` and `publish` in a package whose bundle is what is published: before they pack, the package
// becomes its bundle (`pack.mjs bundle`), and afterwards what it was (`pack.mjs workspace`).
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const here = process.cwd();
const bundle = path.join(here, 'bundle');
const manifest = path.join(here, 'package.json');
/** While a package is its bundle: the texts of the files that others stand in for; null: there was none. */
const note = path.join(here, '.packing.json');
/** What registries and people look for beside the manifest. */
const besides = ['CHANGELOG.md', 'LICENSE', 'README.md'];

/** `./index.js` is `./bundle/index.js` from outside of the bundle. */
function fromOutside(value) {
  if (typeof value === 'string') return value === './package.json' ? value : value.replace(/^\.\//, './bundle/');
  if (Array.isArray(value)) return value.map(fromOutside);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromOutside(inner)]));
}

function becomeBundle() {
  becomeWorkspace();
  if (!existsSync(path.join(bundle, 'package.json'))) throw new Error('nothing is built: run npm run build first');
  const { bin, man, exports, sideEffects, ...rest } = JSON.parse(
    readFileSync(path.join(bundle, 'package.json'), 'utf8'),
  );
  const entries = Object.fromEntries(
    Object.entries({ bin, man, exports, sideEffects }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'boolean' ? value : fromOutside(value)]],
    ),
  );
  const files = readdirSync(bundle).filter((name) => !besides.includes(name) && name !== 'package.json');
  const own = readFileSync(manifest, 'utf8');
  const before = besides.map((name) => [name, textOf(path.join(here, name))]);
  writeFileSync(note, JSON.stringify([[path.basename(manifest), own], ...before]));
  // The scripts stay: the one that puts everything back runs afterwards.
  const { scripts } = JSON.parse(own);
  const published = {
    ...rest,
    ...entries,
    files: ['/CHANGELOG.md', ...files.map((name) => `bundle/${name}`)],
    scripts,
  };
  writeFileSync(manifest, `${JSON.stringify(published, undefined, 2)}\n`);
  for (const name of besides) cpSync(path.join(bundle, name), path.join(here, name));
}

function becomeWorkspace() {
  if (!existsSync(note)) return;
  for (const [name, text] of JSON.parse(readFileSync(note, 'utf8'))) {
    if (text === null) rmSync(path.join(here, name), { force: true });
    else writeFileSync(path.join(here, name), text);
  }
  rmSync(note);
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

if (process.argv[2] === 'bundle') becomeBundle();
else becomeWorkspace();
