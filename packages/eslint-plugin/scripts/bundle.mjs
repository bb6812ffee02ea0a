// Makes packages/eslint-plugin/bundle: the folder that is published as `eslint-plugin-podlint`, with everything of ours and
// of others in it but ESLint itself.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { bundleScripts } from '../../../scripts/bundle-scripts.mjs';
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

/** In the bundle a script is required from beside another, and neither is a file that Node's own `require` knows. */
const surroundingsBeside = {
  name: 'surroundings-beside',
  setup(build) {
    build.onLoad({ filter: /[\\/]eslint-plugin[\\/]dist[\\/]load-surroundings\.js$/ }, () => ({
      contents: "export const loadSurroundings = () => require('./surroundings.cjs');",
    }));
    build.onResolve({ filter: /^\.\/surroundings\.cjs$/ }, ({ path: name }) => ({
      path: name,
      external: true,
    }));
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const [start, scripts] = await Promise.all([bundleStart(), bundlePlugin(), bundleTypes()]);
const inputs = Object.keys({ ...start.metafile.inputs, ...scripts });
write('package.json', `${JSON.stringify(publishedPackage(), undefined, 2)}\n`);
write(
  'THIRD-PARTY-LICENSES.txt',
  [thirdPartyLicenses(root, inputs), readFileSync(path.join(crds, 'NOTICE'), 'utf8')].join(`\n${'-'.repeat(72)}\n\n`),
);
write('sbom.cdx.json', `${JSON.stringify(sbom(root, publishedPackage(), inputs), undefined, 2)}\n`);
// The definitions of well-known operators, each loaded when a file names its group (packages/crds/src/now.ts).
cpSync(path.join(crds, 'dist/groups'), path.join(out, 'scripts/groups'), { recursive: true, filter: isNoDeclaration });
cpSync(path.join(root, 'LICENSE'), path.join(out, 'LICENSE'));
cpSync(path.join(here, 'CHANGELOG.md'), path.join(out, 'CHANGELOG.md'));
const readme = readFileSync(path.join(here, 'README.md'), 'utf8');
write('README.md', publishedReadme(readme, 'packages/eslint-plugin'));

function isNoDeclaration(file) {
  return !/\.(?:d\.ts|map)$/.test(file);
}

/** The module that ESLint imports. */
function bundleStart() {
  return build({
    ...esbuildOptions,
    entryPoints: { index: built('start.js') },
    outdir: out,
    platform: 'node',
    absWorkingDir: root,
  });
}

/** What it loads. What only cross-file settings need is not loaded without them. */
function bundlePlugin() {
  return bundleScripts(
    {
      entryPoints: { index: built('index.js'), surroundings: built('surroundings.js') },
      absWorkingDir: root,
      plugins: [surroundingsBeside],
    },
    path.join(out, 'scripts'),
    ['eslint-plugin/dist/index.js'],
  );
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
