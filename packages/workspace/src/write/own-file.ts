import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A file of podlint's own beside one that it writes: its next text, or its old one until the next is there. */
export type OwnFileKind = 'new' | 'old';

const ownName = /^\.podlint-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}\.(new|old)$/;
/** Of another machine, which shares the folder, nothing tells whether the process is still there. */
const patience = 3_600_000;

let machine: string | undefined;

/** Asked when something is written: what it takes costs milliseconds to load. */
function thisMachine(): string {
  return (machine ??= createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8));
}

/** A name that no other file has, short enough for every file system. */
export function ownFileBeside(file: string, kind: OwnFileKind): string {
  const name = `.podlint-${thisMachine()}-${process.pid}-${randomBytes(4).toString('hex')}.${kind}`;
  return path.join(path.dirname(file), name);
}

/** The files of a kind in a folder whose process was ended before it could remove them. */
export function leftIn(folder: string, kind: OwnFileKind): string[] {
  return namesIn(folder)
    .filter((name) => isLeft(path.join(folder, name), ownName.exec(name), kind))
    .map((name) => path.join(folder, name));
}

export function remove(file: string): void {
  rmSync(file, { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLeft(file: string, match: RegExpExecArray | null, kind: OwnFileKind): boolean {
  const [, of, process_, found] = match ?? [];
  if (found !== kind) return false;
  if (of === thisMachine()) return !isRunning(Number(process_));
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > patience;
}

function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's: it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
