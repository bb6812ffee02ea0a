import { readFileSync } from 'node:fs';
import { type Content, readFile } from './read.js';
import { reasons } from './reasons.js';
import { statsAt } from './stats.js';

/*
 * Files that nobody named, but that stand in a tree under a known name. Such a tree may hold a pipe, and to open one waits until
 * somebody writes into it; what the command line names may well be a pipe (`<(helm template .)`).
 */

/** Whether there is a file, through links too, that can be read without waiting. */
export function isFile(absolute: string): boolean {
  return statsAt(absolute)?.isFile() ?? false;
}

/** As readFile has it; undefined where there is no file. */
export function readFound(absolute: string): Content | undefined {
  return isFile(absolute) ? readFile(absolute) : undefined;
}

/** Throws where there is no file, or where it cannot be read. */
export function foundText(absolute: string): string {
  if (!isFile(absolute)) throw new Error(reasons.notRegular);
  return readFileSync(absolute, 'utf8');
}
