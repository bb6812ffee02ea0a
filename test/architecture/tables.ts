/** The tables of ARCHITECTURE.md that say what may import what. They are read here and written down nowhere else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './packages.js';

/** `engine/rule`, or `workspace (src/server only)` */
export interface Permission {
  readonly module: string;
  /** The file or folder that the permission is for; undefined: all. */
  readonly place: string | undefined;
}

export interface Row {
  /** From the root of the repository. */
  readonly folder: string;
  readonly mayImport: readonly Permission[] | 'every package';
  /** Libraries that nothing outside the folder imports. */
  readonly onlyUserOf: readonly string[];
}

/** The rows of the table whose first column has that title; the column's folders are those inside `home`. */
export function readTable(title: string, home = ''): Row[] {
  const lines = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8').split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${title} |`));
  if (head === -1) throw new Error(`ARCHITECTURE.md has no table of every ${title}`);
  const body = lines.slice(head + 2);
  return body
    .slice(0, body.indexOf(''))
    .map(readRow)
    .map((row) => ({ ...row, folder: home + row.folder }));
}

function readRow(line: string): Row {
  const [, folder, what, mayImport] = /^\| `([^`|]+)` \| ([^|]*) \| ([^|]*) \|$/.exec(line) ?? [];
  if (!folder) throw new Error(`not a row of "\`folder\` | what it is | what it may import": ${line}`);
  return { folder, mayImport: readPermissions(mayImport!), onlyUserOf: ownedLibraries(what!) };
}

function readPermissions(cell: string): Row['mayImport'] {
  if (cell === 'every package') return cell;
  return cell === 'nothing' ? [] : cell.split(', ').map(readPermission);
}

function readPermission(text: string): Permission {
  const [, module, place] = /^([\w/-]+)(?: \(([\w./-]+) only\))?$/.exec(text) ?? [];
  if (!module) throw new Error(`neither "nothing", "module" nor "module (place only)": ${text}`);
  return { module, place };
}

/** `Only user of \`a\`, \`b\` and \`c\`` */
function ownedLibraries(text: string): string[] {
  const [, list = ''] = /Only user of (`[^`]+`(?:(?:, | and )`[^`]+`)*)/.exec(text) ?? [];
  return [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}
