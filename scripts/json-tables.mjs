// For esbuild: large tables that a program reads at its start, as JSON in a text. V8 reads that in half the time that it
// takes to make the same objects from a program's literals.
import { isDeepStrictEqual } from 'node:util';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const tables = ['structure', 'feature-gates', 'kinds', 'presence', 'time-zones'];

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
  return Object.entries(module)
    .map(([name, table]) => {
      const text = JSON.stringify(table);
      if (!isDeepStrictEqual(JSON.parse(text), table)) throw new Error(`the table "${name}" is more than JSON`);
      return `export const ${name} = JSON.parse(${JSON.stringify(text)});`;
    })
    .join('\n');
}
