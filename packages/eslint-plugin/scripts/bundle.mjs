// Makes packages/eslint-plugin/bundle: the folder that is published as `eslint-plugin-podlint`, with everything of ours and
// of others in it but ESLint itself.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { esbuildOptions, onwarn, ownPackages } from '../../../scripts/bundling.mjs';
import { publishedManifest } from '../../../scripts/published-manifest.mjs';
import { publishedReadme } from '../../../scripts/published-readme.mjs';
import { sbom } from '../../../scripts/sbom.mjs';
import { thirdPartyLicenses } from '../../../scripts/third-party-licenses.mjs';

const here = path.resolve(import.meta.dirname, '..');
const root = path.resolve(here, '../..');
const out = path.join(here, 'bundle');
const crds = path.join(root, 'packages/crds');
const built = (file) => path.join(here, 'dist', file);

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const [{ metafile }] = await Promise.all([bundleCode(), bundleTypes()]);
write('package.json', `${JSON.stringify(publishedPackage(), undefined, 2)}\n`);
write(
  'THIRD-PARTY-LICENSES.txt',
  [thirdPartyLicenses(root, Object.keys(metafile.inputs)), readFileSync(path.join(crds, 'NOTICE'), 'utf8')].join(
    `\n${'-'.repeat(72)}\n\n`,
  ),
);
write(
  'sbom.cdx.json',
  `${JSON.stringify(sbom(root, publishedPackage(), Object.keys(metafile.inputs)), undefined, 2)}\n`,
);
// The definitions of well-known operators, each loaded when a file names its group (packages/crds/src/now.ts).
cpSync(path.join(crds, 'dist/groups'), path.join(out, 'groups'), { recursive: true, filter: isNoDeclaration });
cpSync(path.join(root, 'LICENSE'), path.join(out, 'LICENSE'));
cpSync(path.join(here, 'CHANGELOG.md'), path.join(out, 'CHANGELOG.md'));
const readme = readFileSync(path.join(here, 'README.md'), 'utf8');
write('README.md', publishedReadme(readme, 'packages/eslint-plugin'));

function isNoDeclaration(file) {
  return !/\.(?:d\.ts|map)$/.test(file);
}

/** In chunks: what only cross-file settings need is not loaded without them. */
function bundleCode() {
  return build({
    ...esbuildOptions,
    entryPoints: { index: built('index.js'), surroundings: built('surroundings.js') },
    outdir: out,
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    absWorkingDir: root,
    banner: { js: requireForLibraries() },
  });
}

/** Libraries in CommonJS ask for modules of Node's with `require`, which a module does not have. */
function requireForLibraries() {
  return "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);";
}

async function bundleTypes() {
  const bundle = await rollup({
    input: built('index.d.ts'),
    plugins: [ownPackages, dts({ includeExternal: ['@eslint/core', '@eslint/plugin-kit', '@types/json-schema'] })],
    onwarn,
  });
  const { output } = await bundle.write({ file: path.join(out, 'index.d.ts') });
  const [missing] = output.flatMap(({ imports }) => imports);
  if (missing !== undefined) throw new Error(`index.d.ts imports ${missing}, which users do not have`);
}

function publishedPackage() {
  return publishedManifest('packages/eslint-plugin', {
    exports: { '.': { types: './index.d.ts', default: './index.js' }, './package.json': './package.json' },
    sideEffects: false,
  });
}

function write(file, text) {
  writeFileSync(path.join(out, file), text);
}
