import { existsSync } from 'node:fs';
import path from 'node:path';
import { nearestChoice } from '@podlint/plain/spelling';
import { UsageError } from '../command-line/usage-error.js';
import { commands } from './table.js';

/**
 * What is no command is a path to check. Throws UsageError for a first word that is neither, but nearly a command.
 */
export function refuseMisspelt([first]: readonly string[], cwd: string): void {
  if (first === undefined || !/^[a-z]+$/i.test(first) || existsSync(path.resolve(cwd, first))) return;
  const command = nearestChoice(first.toLowerCase(), Object.keys(commands));
  if (command === undefined) return;
  throw new UsageError(`"${first}" is no command, file or folder; did you mean "podlint ${command}"?`);
}
