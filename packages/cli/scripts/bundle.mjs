// Makes packages/cli/bundle: the folder that is published as `podlint`, with everything of ours and of others in it and
// no dependencies.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { esbuildOptions, onwarn, ownPackages } from '../../../scripts/bundling.mjs';
import { publishedManifest } from '../../../scripts/published-manifest.mjs';
import { publishedReadme } from '../../../scripts/published-readme.mjs';
import { sbom } from '../../../scripts/sbom.mjs';
import { thirdPartyLicenses } from '../../../scripts/third-party-licenses.mjs';
import { bundleCommand } from './bundle-command.mjs';

const cli = path.resolve(import.meta.dirname, '..');
const root = path.resolve(cli, '../..');
const out = path.join(cli, 'bundle');
/** For editors, and for whoever reads reports. */
const schemaFiles = ['change.schema.json', 'config.schema.json', 'graph.schema.json', 'report.schema.json'];
const entries = {
  index: 'index',
  node: 'node',
  kubelet: 'kubelet',
  kustomize: 'kustomize',
  policy: 'policy',
  'judge-worker': 'judge-worker',
  action: 'action/main',
};
/**
 * Entries that users import, with their declarations; those of a row share a file of types. What two entries share has
 * to be exported by one of them, and Kubernetes' own types are not ours to export.
 */
const libraries = [['index', 'node', 'kustomize', 'policy'], ['kubelet']];
/** Those of them that run in a browser. */
const browserLibraries = ['index.js', 'kubelet.js', 'kustomize.js', 'policy.js'];

/**
 * The language server's library, alone of all, comes in here as it is made for Node. It is CommonJS and requires Node's
 * own modules, which a bundle of ES modules cannot: it gets them by way of an import.
 */
const nodeEntries = {
  name: 'node-entries',
  setup(build) {
    build.onResolve({ filter: /^vscode-[\w-]+\/node$/ }, ({ path: name, importer }) => ({
      path: createRequire(importer).resolve(name),
    }));
    const builtin = new RegExp(`^(?:node:)?(?:${builtinModules.join('|')})$`);
    build.onResolve({ filter: builtin }, ({ path: name, kind }) =>
      kind === 'require-call' ? { path: name.replace(/^node:/, ''), namespace: 'builtin' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path: name }) => ({
      contents: `export * from 'node:${name}'; export { default } from 'node:${name}';`,
    }));
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const [{ metafile }, command] = await Promise.all([
  bundleCode(),
  bundleCommand({ root, cli, out, plugins: [nodeEntries] }),
  bundleTypes(),
]);
refuseMachineImports(metafile.outputs);
write('package.json', `${JSON.stringify(publishedPackage(), undefined, 2)}\n`);
write(
  'THIRD-PARTY-LICENSES.txt',
  [
    thirdPartyLicenses(root, Object.keys({ ...metafile.inputs, ...command.inputs })),
    readFileSync(path.join(root, 'packages/crds/NOTICE'), 'utf8'),
  ].join(`\n${'-'.repeat(72)}\n\n`),
);
write(
  'sbom.cdx.json',
  `${JSON.stringify(sbom(root, publishedPackage(), Object.keys({ ...metafile.inputs, ...command.inputs })), undefined, 2)}\n`,
);
for (const file of schemaFiles) cpSync(path.join(root, 'schemas', file), path.join(out, file));
cpSync(path.join(cli, 'man/podlint.1'), path.join(out, 'podlint.1'));
cpSync(path.join(root, 'LICENSE'), path.join(out, 'LICENSE'));
cpSync(path.join(cli, 'CHANGELOG.md'), path.join(out, 'CHANGELOG.md'));
write('README.md', publishedReadme(readFileSync(path.join(root, 'README.md'), 'utf8')));

/** One chunk for what the command and the library share; what a command does not need is not loaded. */
function bundleCode() {
  return build({
    ...esbuildOptions,
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, source]) => [name, path.join(cli, `dist/${source}.js`)]),
    ),
    outdir: out,
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    // Neutral: libraries then come without node: imports of their own.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    plugins: [nodeEntries],
    external: ['node:*'],
    absWorkingDir: root,
  });
}

/** The declarations of the library's entries, with the types of the packages that are not published in them. */
async function bundleTypes() {
  for (const names of libraries) await bundleTypesOf(names);
}

async function bundleTypesOf(names) {
  const input = Object.fromEntries(names.map((name) => [name, path.join(cli, `dist/${name}.d.ts`)]));
  const bundle = await rollup({
    input,
    plugins: [ownPackages, dts({ includeExternal: ['kubernetes-types'] })],
    onwarn,
  });
  const { output } = await bundle.write({ dir: out, chunkFileNames: 'chunks/types.d.ts' });
  const own = output.map((chunk) => chunk.fileName);
  for (const { fileName, imports } of output)
    for (const imported of imports)
      if (!own.includes(imported)) throw new Error(`${fileName} imports ${imported}, which users do not have`);
}

/** These entries have to run in a browser: they and what they load may not name the machine. */
function refuseMachineImports(outputs) {
  const pending = browserLibraries.map((file) => path.relative(root, path.join(out, file)));
  for (const file of pending) {
    const imports = outputs[file].imports;
    const machine = imports.find((imported) => imported.external);
    if (machine) throw new Error(`${file} imports ${machine.path}`);
    for (const imported of imports) if (!pending.includes(imported.path)) pending.push(imported.path);
  }
}

function publishedPackage() {
  return publishedManifest('packages/cli', {
    bin: { podlint: './podlint.cjs' },
    man: './podlint.1',
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './node': { types: './node.d.ts', default: './node.js' },
      './kubelet': { types: './kubelet.d.ts', default: './kubelet.js' },
      './kustomize': { types: './kustomize.d.ts', default: './kustomize.js' },
      './policy': { types: './policy.d.ts', default: './policy.js' },
      './package.json': './package.json',
      ...Object.fromEntries(schemaFiles.map((file) => [`./${file}`, `./${file}`])),
    },
    sideEffects: ['./podlint.cjs', './podlint.js', './action.js'],
  });
}

function write(file, text) {
  writeFileSync(path.join(out, file), text);
}
