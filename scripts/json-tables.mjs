// For esbuild: large tables that a program reads at its start, as JSON in a text. V8 reads that in half the time that it
// takes to make the same objects from a program's literals; the largest, of which an object needs few entries, an entry
// at a time.
import { isDeepStrictEqual } from 'node:util';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const tables = ['structure', 'feature-gates', 'kinds', 'presence', 'time-zones'];
const readByEntry = ['structure'];

/** @param root of the workspace */
export function jsonTables(root) {
  const folder = path.join(root, 'schemas/dist');
  const names = new Set(tables.map((name) => path.join(folder, `${name}.js`)));
  return {
    name: 'json-tables',
    setup(build) {
      build.onLoad({ filter: /[\\/]schemas[\\/]dist[\\/][\w-]+\.js$/ }, async ({ path: file }) =>
        names.has(file) ? { contents: asJson(await import(pathToFileURL(file).href)) } : undefined,
      );
    },
  };
}

/** @throws for a table that JSON would change */
function asJson(module) {
  const code = Object.entries(module).map(([name, table]) => {
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(table)), table))
      throw new Error(`the table "${name}" is more than JSON`);
    return `export const ${name} = ${readByEntry.includes(name) ? entryByEntry(table) : parsed(table)};`;
  });
  return `${reader}\n${code.join('\n')}`;
}

function parsed(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

function entryByEntry(table) {
  const texts = Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, JSON.stringify(entry)]));
  return `readByEntry(${JSON.stringify(texts)})`;
}

/**
 * An entry takes the place of its text when somebody asks for it. V8 keeps an object without a prototype as a dictionary
 * from the start; in another one of this size each change of a property takes 0.25 ms.
 */
const reader = `
function readByEntry(texts) {
  const table = Object.create(null);
  for (const name of Object.keys(texts))
    Object.defineProperty(table, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = JSON.parse(texts[name]);
        Object.defineProperty(table, name, { value, enumerable: true });
        return value;
      },
    });
  return table;
}`;
