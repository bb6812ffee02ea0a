import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { files, imports } from './imports.js';
import { ownerOf, packageName, packages, root, rootPackage, type Package } from './packages.js';

/** What the root names because it is run and not imported; the compiler looks for the types of Node by itself. */
const tools = ['typescript', 'eslint', 'prettier', 'knip', '@types/node'];

const workspaceNames = packages.map(({ manifest }) => manifest.name);

function dependenciesOf({ manifest }: Package): Record<string, string> {
  return { ...manifest.dependencies, ...manifest.devDependencies };
}

/** Imported for their types alone, or brought by the editor: what is installed is `@types/...`. */
const withoutCode = ['sarif', 'vscode'];

/** `@types/vscode` holds the types of what is imported as `vscode`. */
const withoutTypes = (name: string): string => name.replace(/^@types\//, '');

function libraryImportsOf(owner: Package): { file: string; library: string }[] {
  return imports
    .filter(({ file, specifier }) => ownerOf(file) === owner && !/^(?:\.|node:)/.test(specifier))
    .map(({ file, specifier }) => ({ file, library: packageName(specifier) }))
    .filter(({ library }) => library !== owner.manifest.name);
}

/** Some libraries are read as data, from where `resolve` finds them. */
function isResolved(owner: Package, library: string): boolean {
  const call = new RegExp(`\\.resolve\\('${library}[/']`);
  return files.some((file) => ownerOf(file) === owner && call.test(readFileSync(path.join(root, file), 'utf8')));
}

/** The packages that have to be built before one, by its tsconfig.json. */
function referencesOf({ folder }: Package): string[] {
  const text = readFileSync(path.join(root, folder, 'tsconfig.json'), 'utf8');
  return [...text.matchAll(/"path": "(.*)"/g)].map(([, reference]) => path.posix.join(folder, reference!));
}

for (const owner of [rootPackage, ...packages]) {
  describe(`package.json of ${owner.manifest.name}`, () => {
    const used = libraryImportsOf(owner);
    const named = Object.keys(dependenciesOf(owner));

    test('names whatever a file imports', () => {
      const installed = (library: string): string => (withoutCode.includes(library) ? `@types/${library}` : library);
      const unnamed = used.filter(({ library }) => !named.includes(installed(library)));
      assert.deepEqual(unnamed, []);
    });

    test('names nothing that no file needs', () => {
      const needed = new Set(used.map(({ library }) => library));
      const surplus = named
        .filter((name) => !needed.has(name) && !needed.has(withoutTypes(name)))
        .filter((name) => !(owner === rootPackage && tools.includes(name)) && !isResolved(owner, name));
      assert.deepEqual(surplus, []);
    });

    test('agrees with the others on versions', () => {
      for (const other of packages)
        for (const [name, version] of Object.entries(dependenciesOf(owner)))
          assert.equal(dependenciesOf(other)[name] ?? version, version, `${name} in ${other.folder}`);
    });
  });
}

for (const owner of packages) {
  test(`tsconfig.json of ${owner.manifest.name} refers to the packages that package.json names`, () => {
    const needed = Object.keys(dependenciesOf(owner)).filter((name) => workspaceNames.includes(name));
    const referred = referencesOf(owner).map(
      (folder) => packages.find((each) => each.folder === folder)?.manifest.name,
    );
    assert.deepEqual(referred.sort(), needed.sort());
  });
}
