import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { imports, type Import } from './imports.js';
import { ownerOf, packageName, packages } from './packages.js';
import { forbidden, isInside, pointingDown, unneeded, type Use } from './permissions.js';
import { readTable } from './tables.js';

/** What a package consists of when it runs; scripts run while it is built, and import what package.json names. */
const source = imports.filter(({ file }) => file.endsWith('.ts') && !file.includes('/scripts/'));

const languageServer = 'packages/language-server';
const packageRows = readTable('package');
const folderRows = readTable('folder of the language server', `${languageServer}/`);

const moduleNames = new Map(packages.map(({ folder, manifest }) => [manifest.name, folder.split('/').at(-1)!]));

/** `@podlint/engine/rule` -> `engine/rule`, `node:fs` -> `node`; undefined for a library and for a file beside it. */
function moduleOf({ file, specifier }: Import): string | undefined {
  if (specifier.startsWith('node:')) return 'node';
  const name = packageName(specifier);
  const module = moduleNames.get(name);
  return module === undefined || name === ownerOf(file).manifest.name ? undefined : specifier.replace(name, module);
}

function usesOf(module: (entry: Import) => string | undefined): Use[] {
  return source.flatMap((entry) => {
    const name = module(entry);
    return name === undefined ? [] : [{ file: entry.file, module: name }];
  });
}

describe('packages import what the table of ARCHITECTURE.md lets them', () => {
  const uses = usesOf(moduleOf);

  test('each has a row, below those of all that it may import', () => {
    assert.deepEqual(packageRows.map(({ folder }) => folder).sort(), packages.map(({ folder }) => folder).sort());
    assert.deepEqual(pointingDown(packageRows, ['node']), []);
  });

  for (const row of packageRows) {
    test(row.folder, () => {
      assert.ok(source.some(({ file }) => isInside(file, row.folder)));
      assert.deepEqual(forbidden(row, uses), []);
      assert.deepEqual(unneeded(row, uses), []);
    });
  }

  test('by the front door: no file reaches into the folder of another package', () => {
    const strays = source.filter(
      ({ file, specifier, target }) => specifier.startsWith('.') && ownerOf(target!) !== ownerOf(file),
    );
    assert.deepEqual(strays, []);
  });
});

describe('folders of the language server import what their table lets them', () => {
  const folderOf = (file: string): string | undefined =>
    isInside(file, `${languageServer}/src`) ? file.slice(`${languageServer}/src/`.length).split('/')[0]! : undefined;
  const uses = usesOf(({ file, target }) => {
    const folder = target && folderOf(target);
    return folder === folderOf(file) ? undefined : folder;
  });

  test('each has a row, below those of all that it may import', () => {
    const folders = new Set(source.flatMap(({ file }) => folderOf(file) ?? []));
    assert.deepEqual(folderRows.map(({ folder }) => folderOf(folder)).sort(), [...folders].sort());
    assert.deepEqual(pointingDown(folderRows), []);
  });

  for (const row of folderRows) {
    test(row.folder, () => {
      assert.deepEqual(forbidden(row, uses), []);
      assert.deepEqual(unneeded(row, uses), []);
    });
  }
});

describe('a library with one user, tests aside', () => {
  const owned = [...packageRows, ...folderRows].flatMap(({ folder, onlyUserOf }) =>
    onlyUserOf.map((library) => ({ library, folder })),
  );
  test('some have one', () => assert.ok(owned.length > 0));
  for (const { library, folder } of owned) {
    test(`${library}: ${folder}`, () => {
      const users = imports
        .filter(({ file, specifier }) => packageName(specifier) === library && !isInside(file, 'test'))
        .map(({ file }) => file);
      assert.ok(users.length > 0, `nothing imports ${library}`);
      assert.deepEqual(
        users.filter((file) => !isInside(file, folder)),
        [],
      );
    });
  }
});
