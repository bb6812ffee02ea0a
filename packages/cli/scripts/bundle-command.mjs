// Makes the folder `command` of the bundle: what the command runs, as CommonJS scripts, and the entry that loads them.
// Only scripts can be compiled by what V8 made of them before (packages/cli/src/start), and Node starts one 7 ms sooner
// than a module. `podlint.js` stays for those who call it by that name.
import path from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';
import { esbuildOptions } from '../../../scripts/bundling.mjs';
import { jsonTables } from '../../../scripts/json-tables.mjs';

/** @returns what esbuild tells of its inputs, for the licences */
export async function bundleCommand({ root, cli, out, plugins }) {
  const [modules, start] = await Promise.all([
    build({
      ...shared(root),
      ...modulesOf(cli),
      plugins: [...plugins, jsonTables(root)],
      write: false,
      outdir: path.join(out, 'command'),
    }),
    build({ ...shared(root), ...entryOf(cli), plugins: [builtinsAtOnce], outfile: path.join(out, 'podlint.cjs') }),
  ]);
  writeFileSync(path.join(out, 'podlint.js'), "#!/usr/bin/env node\nimport './podlint.cjs';\n");
  mkdirSync(path.join(out, 'command'));
  await Promise.all(modules.outputFiles.map(writeScript));
  return { inputs: { ...modules.metafile.inputs, ...start.metafile.inputs } };
}

function shared(absWorkingDir) {
  return { ...esbuildOptions, absWorkingDir, external: ['node:*'] };
}

function modulesOf(cli) {
  return {
    entryPoints: { podlint: path.join(cli, 'dist/bin.js') },
    chunkNames: '[name]-[hash]',
    splitting: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname' },
  };
}

/** An import of one of Node's modules makes each of its exports, also those that take milliseconds: this does not. */
const builtinsAtOnce = {
  name: 'builtins-at-once',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path: name }) => ({ path: name, namespace: 'builtin' }));
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path: name }) => ({
      contents: `module.exports = process.getBuiltinModule('${name}');`,
      loader: 'js',
    }));
  },
};

function entryOf(cli) {
  return {
    entryPoints: [path.join(cli, 'dist/start/command.js')],
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.dirname': '__dirname' },
  };
}

/** A module as a script; what it imports when it is needed, too, is another script then. */
async function writeScript({ path: file, text }) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: esbuildOptions.target,
    supported: { 'dynamic-import': false },
    minifySyntax: true,
    minifyWhitespace: true,
  });
  writeFileSync(scriptName(file), code.replaceAll(/require\("(\.\/[\w.-]+)\.js"\)/g, 'require("$1.cjs")'));
}

function scriptName(file) {
  return file.replace(/\.js$/, '.cjs');
}
