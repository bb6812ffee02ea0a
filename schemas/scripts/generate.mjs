// node schemas/scripts/generate.mjs [--check]: writes every generated file of the repository that comes from
// Kubernetes' own modules, or, with --check, writes nothing and fails when one of them is not what the modules say.
// Needs Go, and for the time zones its release that the file names: with another one they are left alone.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deprecatedFieldFiles } from './deprecated-fields.mjs';
import { featureGateFiles } from './feature-gates.mjs';
import { fieldWordFiles } from './field-words.mjs';
import { kindFiles } from './kinds.mjs';
import { mergeKeyFiles } from './merge-keys.mjs';
import { mergeTypeFiles } from './merge-types.mjs';
import { presenceFiles } from './presence.mjs';
import { registryFiles } from './registry.mjs';
import { structureFiles } from './structure.mjs';
import { structureTableFiles } from './structure-table.mjs';
import { timeZoneFiles } from './time-zones.mjs';
import { typeAdditionFiles } from './type-additions.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const checkOnly = process.argv.includes('--check');

/** Minor -> structure, out of the files that structureFiles made. */
function structuresAmong(files) {
  const versions = Object.entries(files).map(([name, text]) => [Number(/\/1\.(\d+)\.json$/.exec(name)?.[1]), text]);
  return new Map(versions.filter(([minor]) => minor).map(([minor, text]) => [minor, JSON.parse(text)]));
}

function committed(name) {
  const file = path.join(root, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Go's time zones change with its releases, not with Kubernetes'. */
function isOfAnotherGo(name, text) {
  const release = (source) => / from (go[\d.]+)'s lib\/time/.exec(source ?? '')?.[1];
  return checkOnly && release(text) !== release(committed(name));
}

const structures = structureFiles();
const versions = structuresAmong(structures);
const files = {
  ...kindFiles(),
  ...registryFiles(),
  ...structures,
  ...structureTableFiles(versions),
  ...presenceFiles(versions),
  ...fieldWordFiles(),
  ...deprecatedFieldFiles(),
  ...mergeKeyFiles(),
  ...mergeTypeFiles(),
  ...featureGateFiles(),
  ...timeZoneFiles(),
  ...typeAdditionFiles(),
};
const stale = Object.entries(files).filter(([name, text]) => committed(name) !== text && !isOfAnotherGo(name, text));
for (const [name, text] of stale) {
  if (checkOnly) console.error(`${name} is not what its generator writes: run npm run generate`);
  else writeFileSync(path.join(root, name), text);
}
console.log(`${Object.keys(files).length} generated files, ${stale.length} of them ${checkOnly ? 'stale' : 'written'}`);
process.exitCode = checkOnly && stale.length > 0 ? 1 : 0;
