import { fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeUnused, userCache } from './user-cache.js';

/** What an earlier run kept, of which most runs need a part. The file stays open as long as the process. */
export class KeptBytes {
  constructor(
    private readonly descriptor: number,
    readonly size: number,
  ) {}

  /** Undefined where the file ends before, or cannot be read. */
  read(start: number, length: number): Buffer | undefined {
    try {
      const bytes = Buffer.allocUnsafeSlow(length);
      return readSync(this.descriptor, bytes, 0, length, start) === length ? bytes : undefined;
    } catch {
      return undefined;
    }
  }
}

/**
 * Bytes that are kept in the user's cache folder from one run to the next. Whatever goes wrong with it costs time and
 * nothing else, so nothing is said of it.
 */
export class CacheFile {
  private readonly folder = userCache();

  constructor(private readonly name: string) {}

  open(): KeptBytes | undefined {
    try {
      const descriptor = openSync(path.join(this.folder, this.name), 'r');
      return new KeptBytes(descriptor, fstatSync(descriptor).size);
    } catch {
      return undefined;
    }
  }

  /** Whole or not at all: another run may be reading. */
  write(parts: readonly Buffer[]): void {
    const file = path.join(this.folder, this.name);
    // Threads of one process may write at the same time.
    const made = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
    attempt(() => {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      // Of another version, or of another Node.
      removeUnused(this.name.slice(0, this.name.indexOf('-') + 1));
      writeFileSync(made, Buffer.concat(parts), { mode: 0o600 });
      renameSync(made, file);
    });
    attempt(() => rmSync(made, { force: true }));
  }
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Then there is nothing kept, or something left for removeUnused.
  }
}
