// What a run over generated manifests allocates, in bytes a file: `node --no-opt --min-semi-space-size=256
// --max-semi-space-size=256 --expose-gc measure.mjs LIBRARY FOLDER`. Without optimised code and without a garbage collection between
// the two looks at the heap, it is nearly the same in every run; the least of several is.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';

const [library, folder] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(library).href);

const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ path: name, text: readFileSync(path.join(folder, name), 'utf8') }));

const tasks = {
  'no rules': () => createLinter({ preset: 'none' }),
  recommended: () => createLinter({}),
  'three versions': () => createLinter({ kubernetesVersions: ['1.30', '1.33', '1.36'] }),
};
const rounds = 5;
const allocated = {};
for (const [name, make] of Object.entries(tasks)) {
  const linter = make();
  linter.lint(files);
  allocated[name] = Math.min(...Array.from({ length: rounds }, () => bytesAFile(linter)));
}
console.log(JSON.stringify(allocated));

function bytesAFile(linter) {
  globalThis.gc();
  const before = getHeapStatistics().used_heap_size;
  JSON.stringify(linter.lint(files));
  return Math.round((getHeapStatistics().used_heap_size - before) / files.length);
}
