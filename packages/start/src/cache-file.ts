import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeUnused, userCache } from './user-cache.js';

/**
 * Bytes that are kept in the user's cache folder from one run to the next. Whatever goes wrong with it costs time and
 * nothing else, so nothing is said of it.
 */
export class CacheFile {
  private readonly folder = userCache();

  constructor(private readonly name: string) {}

  read(): Buffer | undefined {
    try {
      return readFileSync(path.join(this.folder, this.name));
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
