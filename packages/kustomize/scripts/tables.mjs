// node packages/kustomize/scripts/tables.mjs [--check]: writes the tables that kustomize has built in, out of its own
// modules (needs Go), or, with --check, writes nothing and fails when a table is not what the modules say.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { downloadModule } from '../../../schemas/scripts/modules.mjs';
import { fieldSpecFile } from './field-specs.mjs';
import { mergeSchemaFile } from './merge-schema.mjs';
import { scopeFile } from './scopes.mjs';

const kustomizeVersion = 'v0.21.2';

const source = path.resolve(import.meta.dirname, '../src/generated');
const checkOnly = process.argv.includes('--check');
const api = downloadModule('sigs.k8s.io/kustomize/api', kustomizeVersion).Dir;
const kyaml = downloadModule('sigs.k8s.io/kustomize/kyaml', kustomizeVersion).Dir;

const files = {
  'field-specs.ts': fieldSpecFile(api, kustomizeVersion),
  'merge-schema.ts': mergeSchemaFile(kyaml, kustomizeVersion),
  'scopes.ts': scopeFile(kyaml, kustomizeVersion),
};
const stale = Object.entries(files).filter(([name, text]) => committed(name) !== text);
for (const [name, text] of stale) {
  if (checkOnly) console.error(`${name} is not what its generator writes`);
  else writeFileSync(path.join(source, name), text);
}
console.log(`${Object.keys(files).length} tables, ${stale.length} of them ${checkOnly ? 'stale' : 'written'}`);
process.exitCode = checkOnly && stale.length > 0 ? 1 : 0;

function committed(name) {
  const file = path.join(source, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
