// Makes packages/eslint-plugin/bundle: the folder that is published as `eslint-plugin-podlint`, with everything of ours and
// of others in it but ESLint itself.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { publishedManifest } from '../../../scripts/published-manifest.mjs';
import { publishedReadme } from '../../../scripts/published-readme.mjs';
import { thirdPartyLicenses } from '../../../scripts/third-party-licenses.mjs';

const here = path.resolve(import.meta.dirname, '..');
const root = path.resolve(here, '../..');
const out = path.join(here, 'bundle');
const built = (file) => path.join(here, 'dist', file);

/** The packages of this workspace are taken into the declarations, wherever one of them imports another. */
const ownPackages = {
  name: 'own-packages',
  resolveId: (source, importer) =>
    source.startsWith('@podlint/') ? createRequire(importer).resolve(source).replace(/\.js$/, '.d.ts') : null,
  // It adds to the types of a package that users do not have, for code that they do not see.
  load: (file) => (file.endsWith('/model/dist/type-additions.d.ts') ? 'export {};' : null),
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const [{ metafile }] = await Promise.all([bundleCode(), bundleTypes()]);
write('package.json', `${JSON.stringify(publishedPackage(), undefined, 2)}\n`);
write('THIRD-PARTY-LICENSES.txt', thirdPartyLicenses(root, Object.keys(metafile.inputs)));
cpSync(path.join(root, 'LICENSE'), path.join(out, 'LICENSE'));
const readme = readFileSync(path.join(here, 'README.md'), 'utf8');
write('README.md', publishedReadme(readme, 'packages/eslint-plugin'));

/** In chunks: what only cross-file settings need is not loaded without them. */
function bundleCode() {
  return build({
    entryPoints: { index: built('index.js'), surroundings: built('surroundings.js') },
    outdir: out,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'node20.19',
    platform: 'node',
    mainFields: ['module', 'main'],
    // Names stay, for the stack traces of reports of faults.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
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
    onwarn(warning) {
      throw new Error(warning.message);
    },
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
