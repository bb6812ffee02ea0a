import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Console } from '../../command-line/console.js';
import { parseArguments } from '../../command-line/options.js';
import type { Command } from '../command.js';
import { diffOptionTable } from './option-table.js';

/** `podlint diff OLD NEW` for two files, and `podlint diff [REF] [-- PATH...]` for a change of many. */
export const diff: Command = async (args, console) => {
  const given = parseArguments(args, diffOptionTable);
  const [first, second, ...more] = given.positionals;
  const behindDashes = args.includes('--') ? args.length - args.indexOf('--') - 1 : 0;
  if (
    first !== undefined &&
    second !== undefined &&
    more.length === 0 &&
    behindDashes === 0 &&
    isFile(first, console)
  ) {
    const { compareFiles } = await import('./two-files.js');
    return compareFiles([first, second], given, console);
  }
  const { compareTrees } = await import('./trees.js');
  return compareTrees({ names: given.positionals, behindDashes }, given, console);
};

function isFile(name: string, { cwd }: Console): boolean {
  if (name === '-') return true;
  const absolute = path.resolve(cwd, name);
  return existsSync(absolute) && statSync(absolute).isFile();
}
