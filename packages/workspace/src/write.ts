import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, reasons } from './reasons.js';

/** Whether the text was written, and if not, why. */
export type WriteResult = { readonly written: true } | { readonly written: false; readonly reason: string };

/**
 * Replaces a file's text in one step, so that no reader and no crash ever sees half of it; its mode, and links to it,
 * stay.
 * A file that no longer holds `before` was changed by somebody else meanwhile and is left alone.
 */
export function replaceText(absolute: string, before: string, after: string): WriteResult {
  let temporary: string | undefined;
  try {
    const target = realpathSync(absolute);
    temporary = path.join(path.dirname(target), `.${path.basename(target)}.podlint-${process.pid}`);
    writeFileSync(temporary, after, { flag: 'wx' });
    chmodSync(temporary, statSync(target).mode);
    if (!holds(target, before))
      return { written: false, reason: 'changed by somebody else while podlint ran: run podlint again' };
    renameSync(temporary, target);
    temporary = undefined;
    return { written: true };
  } catch (error) {
    const reason = reasonOf(error);
    return {
      written: false,
      reason: reason === reasons.permission ? 'no permission to write it or its folder' : reason,
    };
  } finally {
    if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}

function holds(absolute: string, text: string): boolean {
  return readFileSync(absolute, 'utf8') === text;
}
