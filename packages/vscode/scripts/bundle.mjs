// Makes packages/vscode/bundle: the folder that becomes the .vsix, with the client, the server and all they need in it.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { publishedReadme } from '../../../scripts/published-readme.mjs';
import { thirdPartyLicenses } from '../../../scripts/third-party-licenses.mjs';
import { manifest } from './manifest.mjs';

const here = path.resolve(import.meta.dirname, '..');
const root = path.resolve(here, '../..');
const out = path.join(here, 'bundle');

const common = {
  bundle: true,
  minify: true,
  keepNames: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  absWorkingDir: root,
};
const desktop = { ...common, platform: 'node', target: 'node20' };
const page = { ...common, platform: 'browser', target: 'es2022' };

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const results = await Promise.all([
  build({
    ...desktop,
    entryPoints: [built('extension-node.js')],
    outfile: path.join(out, 'extension.js'),
    format: 'cjs',
    external: ['vscode'],
  }),
  build({
    ...page,
    entryPoints: [built('extension-browser.js')],
    outfile: path.join(out, 'extension.web.js'),
    format: 'cjs',
    external: ['vscode'],
  }),
  // In chunks: what a request does not need is not loaded.
  build({
    ...desktop,
    entryPoints: { stdio: built('server-stdio.js') },
    outdir: path.join(out, 'server'),
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    banner: { js: requireForLibraries() },
  }),
  // A worker of an extension is a classic script, in one file.
  build({
    ...page,
    entryPoints: [built('server-worker.js')],
    outfile: path.join(out, 'server/worker.js'),
    format: 'iife',
  }),
]);
write('package.json', JSON.stringify(manifest()));
write(
  'THIRD-PARTY-LICENSES.txt',
  [
    thirdPartyLicenses(
      root,
      results.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
    ),
    readFileSync(path.join(root, 'packages/crds/NOTICE'), 'utf8'),
  ].join(`\n${'-'.repeat(72)}\n\n`),
);
for (const file of ['CHANGELOG.md', 'icon.png']) cpSync(path.join(here, file), path.join(out, file));
write(
  'README.md',
  publishedReadme(withPictures(readFileSync(path.join(here, 'README.md'), 'utf8')), 'packages/vscode'),
);
cpSync(path.join(here, 'walkthrough'), path.join(out, 'walkthrough'), { recursive: true });
for (const image of imagesOf(JSON.stringify(manifest()))) cpSync(path.join(root, 'docs', image), path.join(out, image));
cpSync(path.join(root, 'LICENSE'), path.join(out, 'LICENSE.txt'));
cpSync(path.join(root, 'schemas/config.schema.json'), path.join(out, 'config.schema.json'));

/** The pictures that the walkthrough shows. */
function imagesOf(text) {
  return new Set(text.match(/images\/[\w-]+\.png/g));
}

/**
 * VS Code shows a README without its folder, and only pictures of the network or of the text itself: these are in the
 * text, so that they show offline.
 */
function withPictures(readme) {
  return readme.replace(/\]\((\.\.\/\.\.\/docs\/images\/[\w-]+\.png)\)/g, (_, file) => {
    const data = readFileSync(path.join(here, file)).toString('base64');
    return `](data:image/png;base64,${data})`;
  });
}

function built(file) {
  return path.join(here, 'dist', file);
}

/** Libraries in CommonJS ask for modules of Node's with `require`, which a module does not have. */
function requireForLibraries() {
  return "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
}

function write(file, text) {
  writeFileSync(path.join(out, file), text);
}
