// Bundles modules as a folder of CommonJS scripts: only scripts can be compiled by what V8 made of them before
// (packages/start), and Node starts one 7 ms sooner than a module.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { seldomUsed } from '../packages/start/dist/builtins.js';
import { esbuildOptions } from './bundling.mjs';

/** What every run needs stands in one file: to open some seventy takes longer than to judge a manifest. */
const usualFile = 'usual.cjs';

/**
 * @param options of esbuild: the entries, and what their modules take
 * @param folder that is made
 * @param usual entries and modules that every run needs, by the ends of their paths; each has to be a chunk of its own
 * @returns esbuild's inputs, for the licences
 */
export async function bundleScripts(options, folder, usual) {
  const { metafile, outputFiles } = await build({
    ...esbuildOptions,
    chunkNames: '[name]-[hash]',
    splitting: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*'],
    define: { 'import.meta.dirname': '__dirname' },
    ...options,
    write: false,
    outdir: folder,
  });
  const names = usualScripts(metafile.outputs, usual);
  const scripts = await Promise.all(outputFiles.map(scriptOf));
  mkdirSync(folder);
  for (const { name, code } of scripts.filter(({ name }) => !names.has(name)))
    writeFileSync(path.join(folder, name), code);
  writeFileSync(path.join(folder, usualFile), joined(scripts.filter(({ name }) => names.has(name))));
  return metafile.inputs;
}

/** The names of the scripts that these modules need at once. */
function usualScripts(outputs, usual) {
  const starts = Object.entries(outputs).flatMap(([file, { entryPoint = '' }]) =>
    usual.some((module) => entryPoint.endsWith(module)) ? [file] : [],
  );
  if (starts.length !== usual.length) throw new Error('a module that every run needs is none of its own');
  const needed = new Set(starts);
  for (const file of needed)
    for (const { path: imported, kind } of outputs[file].imports)
      if (kind === 'import-statement' && outputs[imported]) needed.add(imported);
  return new Set([...needed].map((file) => path.basename(scriptName(file))));
}

/** Scripts as one: an object of functions, by the names of the scripts (packages/start/src/scripts.ts). */
function joined(scripts) {
  const parameters = 'exports,require,module,__filename,__dirname';
  const functions = scripts
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, code }) => `${JSON.stringify(name)}:function(${parameters}){${code}\n}`);
  return `({${functions.join(',\n')}})\n`;
}

async function scriptOf({ path: file, text }) {
  return { name: path.basename(scriptName(file)), code: await asScript(withoutImports(text)) };
}

/** A module as a script. Imports of Node's modules that are loaded later are left to esbuild. */
export async function asScript(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: esbuildOptions.target,
    // A script that is not Node's own has nobody to import for it.
    supported: { 'dynamic-import': false },
    minifySyntax: true,
    minifyWhitespace: true,
  });
  return code;
}

/**
 * What modules of the folder take from each other, as constants. esbuild makes an accessor of each export and asks it at
 * each use, as an export may change and modules may need each other in a circle: here none does
 * (test/architecture/circles.test.ts, and a lint rule against `export let`).
 */
function withoutImports(text) {
  return withBuiltins(text, (name) => `require("${name}")`)
    .replaceAll(importOfChunk, (_, names, from) => `const{${names.replaceAll(' as ', ':')}}=require("${from}.cjs");`)
    .replaceAll(importForEffects, 'require("$1.cjs");')
    .replaceAll(importWhenNeeded, 'Promise.resolve().then(()=>require("$1.cjs"))')
    .replace(exportsAtEnd, (_, names) => `module.exports={${names.split(',').map(exportOf).join(',')}};`);
}

/**
 * What a module takes from Node's, as constants: esbuild copies each of their exports into an object of its own, once for
 * each importing script.
 *
 * @param text as esbuild writes it, with minified whitespace
 * @param loaded the code for one of Node's modules
 */
export function withBuiltins(text, loaded) {
  return text.replaceAll(importOfBuiltin, (whole, taken, name) => {
    if (seldomUsed.includes(name)) return whole;
    const [, all = '', names = ''] = /^(?:\*as )?([\w$]*),?(?:\{([^}]*)\})?$/.exec(taken);
    const bound = [all, names && `{${names.replaceAll(' as ', ':')}}`].filter((one) => one !== '');
    return bound.map((one) => `const ${one}=${loaded(name)};`).join('');
  });
}

// As esbuild writes them, with minified whitespace.
const importOfBuiltin = /\bimport ?([\w$*{}, ]+?) ?from"(node:[\w/]+)";/g;
const importOfChunk = /\bimport\{([^}]*)\}from"(\.\/[\w.-]+)\.js";/g;
const importForEffects = /\bimport"(\.\/[\w.-]+)\.js";/g;
const importWhenNeeded = /\bimport\("(\.\/[\w.-]+)\.js"\)/g;
const exportsAtEnd = /\bexport\{([^}]*)\};\s*$/;

/** `a as b` -> `b:a` */
function exportOf(name) {
  return name.split(' as ').toReversed().join(':');
}

function scriptName(file) {
  return file.replace(/\.js$/, '.cjs');
}
