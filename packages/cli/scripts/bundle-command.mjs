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
  writeFileSync(path.join(out, 'podlint.js'), "#!/usr/bin/env node\nimport './podlint.cjs';\n", { mode: 0o755 });
  mkdirSync(path.join(out, 'command'));
  const usual = usualScripts(modules.metafile.outputs);
  const scripts = await Promise.all(modules.outputFiles.map(scriptOf));
  for (const { name, code } of scripts.filter(({ name }) => !usual.has(name)))
    writeFileSync(path.join(out, 'command', name), code);
  writeFileSync(path.join(out, 'command', usualFile), joined(scripts.filter(({ name }) => usual.has(name))));
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

/** What every check needs stands in one file: to open some seventy takes longer than to judge a manifest. */
const usualFile = 'usual.cjs';
const usualModules = ['commands/check/check.js', 'commands/misspelt.js', 'reporters/dist/text/text.js'];

/** The names of the scripts that these modules and the entry need at once. */
function usualScripts(outputs) {
  const starts = Object.entries(outputs).flatMap(([file, { entryPoint = '' }]) =>
    ['dist/bin.js', ...usualModules].some((module) => entryPoint.endsWith(module)) ? [file] : [],
  );
  if (starts.length !== usualModules.length + 1) throw new Error('a module that every check needs is none of its own');
  const needed = new Set(starts);
  for (const file of needed)
    for (const { path: imported, kind } of outputs[file].imports)
      if (kind === 'import-statement' && outputs[imported]) needed.add(imported);
  return new Set([...needed].map((file) => path.basename(scriptName(file))));
}

/** Scripts as one: an object of functions, by the names of the scripts (packages/cli/src/start/scripts.ts). */
function joined(scripts) {
  const parameters = 'exports,require,module,__filename,__dirname';
  const functions = scripts
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, code }) => `${JSON.stringify(name)}:function(${parameters}){${code}\n}`);
  return `({${functions.join(',\n')}})\n`;
}

/** A module as a script; what it imports when it is needed, too, is another script then. */
async function scriptOf({ path: file, text }) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: esbuildOptions.target,
    supported: { 'dynamic-import': false },
    minifySyntax: true,
    minifyWhitespace: true,
  });
  return {
    name: path.basename(scriptName(file)),
    code: code.replaceAll(/require\("(\.\/[\w.-]+)\.js"\)/g, 'require("$1.cjs")'),
  };
}

function scriptName(file) {
  return file.replace(/\.js$/, '.cjs');
}
