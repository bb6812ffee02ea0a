// The folder of a team that has ESLint and the built plugin in its node_modules.
import { createRequire } from 'node:module';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { root, temporaryFolder, writeFiles } from './kit.mjs';

const { resolve } = createRequire(import.meta.url);

/** The ESLints that the plugin is for, by the names that test/package.json installs them under. */
export const eslints = ['eslint-10', 'eslint-9'];

export function eslintWorkspace(context, eslint, files) {
  const folder = temporaryFolder(context);
  mkdirSync(path.join(folder, 'node_modules'));
  const packages = {
    eslint: path.dirname(resolve(`${eslint}/package.json`)),
    'eslint-plugin-podlint': path.join(root, 'packages/eslint-plugin/bundle'),
  };
  for (const [name, target] of Object.entries(packages)) symlinkSync(target, path.join(folder, 'node_modules', name));
  writeFiles(folder, {
    'package.json': '{ "private": true }',
    'eslint.config.mjs':
      "import podlint from 'eslint-plugin-podlint';\nexport default [podlint.configs.recommended];\n",
    ...files,
  });
  return folder;
}
