/** The ESLints that the plugin is made for, installed beside each other. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { ESLint as ESLint10 } from 'eslint-10';
import * as eslint9 from 'eslint-9';

export interface InstalledEslint {
  readonly version: string;
  readonly ESLint: typeof ESLint10;
  /** The script behind the command. */
  readonly command: string;
}

const { resolve } = createRequire(import.meta.url);

function commandOf(name: string): string {
  return path.join(path.dirname(resolve(`${name}/package.json`)), 'bin/eslint.js');
}

export const eslints: readonly InstalledEslint[] = [
  { version: '10', ESLint: ESLint10, command: commandOf('eslint-10') },
  {
    version: '9',
    ESLint: eslint9.ESLint,
    command: commandOf('eslint-9'),
  },
];
