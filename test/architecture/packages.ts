import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');

type Dependencies = Readonly<Record<string, string>>;

interface Manifest {
  readonly name: string;
  readonly version: string;
  /** By the name of an entry (`.`, `./rule`): the file that stands behind it, once built. */
  readonly exports?: Readonly<Record<string, string | { readonly default: string }>>;
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
}

/** A package of the workspace, or the workspace itself. */
export interface Package {
  /** From the root of the repository; empty for the root. */
  readonly folder: string;
  readonly manifest: Manifest;
}

function readPackage(folder: string): Package {
  return { folder, manifest: JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest };
}

function workspaceFolders(): string[] {
  const globs = [...readFileSync(path.join(root, 'pnpm-workspace.yaml'), 'utf8').matchAll(/^ {2}- (\S+)$/gm)];
  return globs.flatMap(([, glob]) => {
    const parent = glob!.replace(/\/\*$/, '');
    return parent === glob ? [glob] : readdirSync(path.join(root, parent)).map((name) => `${parent}/${name}`);
  });
}

export const packages: readonly Package[] = workspaceFolders().map(readPackage);
export const rootPackage: Package = readPackage('');

/** The package that a file belongs to. */
export function ownerOf(file: string): Package {
  return packages.find(({ folder }) => file.startsWith(`${folder}/`)) ?? rootPackage;
}

/** `@podlint/engine/rule` -> `@podlint/engine`, `ajv/dist/2020.js` -> `ajv` */
export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
