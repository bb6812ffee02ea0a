// What the bundles of the published packages have in common.
import { createRequire } from 'node:module';

/** For esbuild: modules for every Node that is supported, small, and with what their licences have to be read from. */
export const esbuildOptions = {
  bundle: true,
  format: 'esm',
  target: 'node20.19',
  // Names stay, for the stack traces of reports of faults.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** For rollup: the packages of this workspace are taken into the declarations, wherever one imports another. */
export const ownPackages = {
  name: 'own-packages',
  resolveId: (source, importer) =>
    source.startsWith('@podlint/') ? createRequire(importer).resolve(source).replace(/\.js$/, '.d.ts') : null,
  // It adds to the types of a package that users do not have, for code that they do not see.
  load: (file) => (file.endsWith('/model/dist/type-additions/index.d.ts') ? 'export {};' : null),
};

/** For rollup: what it only warns of would be missing for users. */
export function onwarn(warning) {
  throw new Error(warning.message);
}
