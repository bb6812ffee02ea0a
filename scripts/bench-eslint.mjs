// `npm run bench:eslint [-- --files N --rounds N]`: the CPU that manifests take in ESLint with podlint, beside the podlint command
// on the same files in the same run. What ESLint takes to start, without the plugin, is taken off. Needs GNU time.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from '../test/bench/peers/corpus.mjs';
import { compare } from '../test/bench/peers/measure.mjs';
import { podlint, root } from '../test/integrations/kit.mjs';

const { values: options } = parseArgs({
  options: { files: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '5' } },
});
/** What the plugin may cost more than the command. */
const limit = 1.5;
const folder = mkdtempSync(path.join(tmpdir(), 'podlint-bench-eslint-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const plugin = pathToFileURL(path.join(root, 'packages/eslint-plugin/bundle/index.js')).href;
const manifests = folderWith(
  'manifests',
  `import podlint from ${JSON.stringify(plugin)};\nexport default [podlint.configs.recommended];\n`,
);
writeCorpus(manifests, Number(options.files));
const nothing = folderWith('nothing', "export default [{ files: ['**/*.js'] }];\n");
writeFileSync(path.join(nothing, 'a.js'), '');

const inFolder = (place, ...args) => ['sh', '-c', 'cd "$0" && exec "$@"', place, process.execPath, ...args];
for (const version of ['10', '9']) {
  const eslint = commandOf(`eslint-${version}`);
  const start = `ESLint ${version}, its own start`;
  const within = `ESLint ${version} with podlint`;
  const rows = compare(
    {
      [start]: inFolder(nothing, eslint, '.'),
      [within]: inFolder(manifests, eslint, '.'),
      podlint: inFolder(manifests, podlint, 'check', '.'),
    },
    Number(options.rounds),
  );
  console.log(`\n${options.files} manifests`);
  console.table(
    Object.fromEntries(
      [...rows].map(([name, { wall, cpu, megabytes }]) => [
        name,
        { 'wall s': wall.toFixed(2), 'cpu s': cpu.toFixed(2), MB: Math.round(megabytes) },
      ]),
    ),
  );
  const ratio = (rows.get(within).cpu - rows.get(start).cpu) / rows.get('podlint').cpu;
  console.log(`CPU beyond ESLint's own start: ${ratio.toFixed(2)} times the command's; at most ${limit} is allowed`);
}

function folderWith(name, config) {
  const place = path.join(folder, name);
  mkdirSync(place);
  writeFileSync(path.join(place, 'eslint.config.mjs'), config);
  return place;
}

function commandOf(name) {
  const { resolve } = createRequire(path.join(root, 'test/package.json'));
  return path.join(path.dirname(resolve(`${name}/package.json`)), 'bin/eslint.js');
}
