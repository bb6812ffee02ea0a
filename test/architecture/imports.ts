/** The import graph of all code: type-only imports, re-exports and `import()` count as any other. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { packageName, packages, root } from './packages.js';
import { specifiersOf } from './specifiers.js';

export interface Import {
  /** The file that imports, from the root of the repository. */
  readonly file: string;
  /** The module as it is written. */
  readonly specifier: string;
  /** The source file behind it, if it is one of this repository. */
  readonly target: string | undefined;
}

const built = new Set(['dist', 'bundle', 'generated', 'node_modules']);

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return built.has(entry.name) || entry.name.startsWith('.') ? [] : sourceFiles(file);
    return /\.m?[jt]s$/.test(entry.name) ? [file] : [];
  });
}

export const files: readonly string[] = sourceFiles('').sort();
const known = new Set(files);

function readImports(file: string): Import[] {
  return specifiersOf(readFileSync(path.join(root, file), 'utf8')).map((specifier) => ({
    file,
    specifier,
    target: specifier.startsWith('.') ? relativeTarget(file, specifier) : workspaceTarget(specifier),
  }));
}

/** Also of a file that is not there before a build; one from `dist` stands for its source. */
function relativeTarget(file: string, specifier: string): string {
  return sourceOf(path.posix.join(path.posix.dirname(file), specifier));
}

function workspaceTarget(specifier: string): string | undefined {
  const owner = packages.find(({ manifest }) => manifest.name === packageName(specifier));
  const entry = owner?.manifest.exports?.[`.${specifier.slice(packageName(specifier).length)}`];
  if (!owner || !entry) return undefined;
  return sourceOf(path.posix.join(owner.folder, typeof entry === 'string' ? entry : entry.default));
}

function sourceOf(file: string): string {
  const candidates = ['/src/', '/'].map((folder) => file.replace('/dist/', folder).replace(/\.js$/, '.ts'));
  return candidates.find((candidate) => known.has(candidate)) ?? file;
}

const byFile = new Map(files.map((file) => [file, readImports(file)]));

export const imports: readonly Import[] = [...byFile.values()].flat();

export function importsOf(file: string): readonly Import[] {
  return byFile.get(file) ?? [];
}
