// Makes the folder `command` of the bundle: what the command runs, as scripts, and the entry that loads them. `podlint.js`
// stays for those who call it by that name.
import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { asScript, bundleScripts, withBuiltins } from '../../../scripts/bundle-scripts.mjs';
import { esbuildOptions } from '../../../scripts/bundling.mjs';
import { jsonTables } from '../../../scripts/json-tables.mjs';

const usual = ['dist/bin.js', 'commands/check/check.js', 'commands/misspelt.js', 'reporters/dist/text/text.js'];

/** @returns what esbuild tells of its inputs, for the licences */
export async function bundleCommand({ root, cli, out, plugins }) {
  const [modules, start] = await Promise.all([
    bundleScripts(
      {
        entryPoints: { podlint: path.join(cli, 'dist/bin.js') },
        absWorkingDir: root,
        plugins: [...plugins, jsonTables(root)],
      },
      path.join(out, 'command'),
      usual,
    ),
    build({ ...entryOf(cli), absWorkingDir: root, write: false, outfile: path.join(out, 'podlint.mjs') }),
  ]);
  const entry = withBuiltins(start.outputFiles[0].text, (name) => `process.getBuiltinModule("${name}")`);
  writeFileSync(path.join(out, 'podlint.cjs'), await asScript(entry), { mode: 0o755 });
  writeFileSync(path.join(out, 'podlint.js'), "#!/usr/bin/env node\nimport './podlint.cjs';\n", { mode: 0o755 });
  return { inputs: { ...modules, ...start.metafile.inputs } };
}

function entryOf(cli) {
  return {
    ...esbuildOptions,
    external: ['node:*'],
    entryPoints: [path.join(cli, 'dist/start/command.js')],
    platform: 'node',
    format: 'esm',
    define: { 'import.meta.dirname': '__dirname' },
  };
}
