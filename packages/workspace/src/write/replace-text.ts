import { accessSync, constants, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { writeProblem } from '../reasons.js';
import { moveIntoPlace, WrongOwnerError } from './move-into-place.js';
import { writeInPlace } from './write-in-place.js';

/** Whether the text was written, and if not, why. */
export type WriteResult = { readonly written: true } | { readonly written: false; readonly reason: string };

/**
 * Replaces a file's text so that no reader and no crash ever leaves half of it; its mode, its owner, and links to it
 * stay. A file that no longer holds `before` was changed by somebody else meanwhile and is left alone.
 */
export function replaceText(absolute: string, before: string, after: string): WriteResult {
  try {
    const target = realpathSync(absolute);
    accessSync(target, constants.W_OK);
    const stats = statSync(target);
    if (!holds(target, before))
      return { written: false, reason: 'changed by somebody else while podlint ran: run podlint again' };
    write(target, stats, { before, after });
    return { written: true };
  } catch (error) {
    return { written: false, reason: writeProblem(error) };
  }
}

function write(target: string, stats: Stats, texts: { readonly before: string; readonly after: string }): void {
  // Another file in its place would leave the other names of this one with the old text.
  if (stats.nlink > 1) {
    writeInPlace(target, texts);
    return;
  }
  try {
    moveIntoPlace(target, texts.after, stats);
  } catch (error) {
    if (!(error instanceof WrongOwnerError)) throw error;
    writeInPlace(target, texts);
  }
}

function holds(absolute: string, text: string): boolean {
  return readFileSync(absolute, 'utf8') === text;
}
