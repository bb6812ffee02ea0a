import { closeSync, fsyncSync, ftruncateSync, lstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { foundText } from '../found-file.js';
import { moveIntoPlace } from './move-into-place.js';
import { leftIn, ownFileBeside, remove } from './own-file.js';

interface Texts {
  readonly before: string;
  readonly after: string;
}

/** What is kept beside a file while it is written: enough to know what became of it. */
interface Kept extends Texts {
  readonly file: string;
}

/**
 * Writes a text over another one, in the file that has it. Its old text is kept beside it until the new one is there,
 * so that the next run can give it back if this one is ended in between.
 */
export function writeInPlace(target: string, texts: Texts): void {
  const kept = ownFileBeside(target, 'old');
  try {
    moveIntoPlace(kept, JSON.stringify({ file: path.basename(target), ...texts } satisfies Kept), { mode: 0o600 });
    overwrite(target, texts.after);
  } finally {
    remove(kept);
  }
}

function overwrite(target: string, text: string): void {
  const bytes = Buffer.from(text);
  const descriptor = openSync(target, 'r+');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at, bytes.length - at, at);
    ftruncateSync(descriptor, bytes.length);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Removes what runs that were ended left in a folder, and gives the old text back to files that they had half written.
 * True: there was one.
 */
export function cleanUp(folder: string): boolean {
  let gaveBack = false;
  for (const file of leftIn(folder, 'new')) remove(file);
  for (const file of leftIn(folder, 'old')) {
    const kept = readKept(file);
    if (kept && giveBack(path.join(folder, path.basename(kept.file)), kept)) gaveBack = true;
    remove(file);
  }
  return gaveBack;
}

/** Undefined for what podlint never writes. */
function readKept(file: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(foundText(file));
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { file, before, after } = value as Partial<Record<keyof Kept, unknown>>;
  return [file, before, after].every((text) => typeof text === 'string');
}

/** Through no link: a tree may hold such files that podlint did not make. */
function giveBack(target: string, { before, after }: Texts): boolean {
  if (lstatSync(target, { throwIfNoEntry: false })?.isFile() !== true) return false;
  if (!isHalf(readFileSync(target), Buffer.from(before), Buffer.from(after))) return false;
  overwrite(target, before);
  return true;
}

/** The new text as far as it came, with the rest of the old one behind it. What somebody wrote since is neither. */
function isHalf(now: Buffer, before: Buffer, after: Buffer): boolean {
  if (now.equals(before) || now.equals(after)) return false;
  let written = 0;
  while (written < now.length && written < after.length && now[written] === after[written]) written++;
  return now.subarray(written).equals(before.subarray(written));
}
