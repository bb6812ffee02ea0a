import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { userCache } from './user-cache.js';

/** Days after which the file of another version, or of another Node, is taken for left behind. */
const keptDays = 30;

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
    const made = `${file}.${process.pid}`;
    attempt(() => {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      this.removeOld();
      writeFileSync(made, Buffer.concat(parts), { mode: 0o600 });
      renameSync(made, file);
    });
    attempt(() => rmSync(made, { force: true }));
  }

  private removeOld(): void {
    const kind = this.name.slice(0, this.name.indexOf('-') + 1);
    for (const name of readdirSync(this.folder)) {
      const file = path.join(this.folder, name);
      if (name.startsWith(kind) && Date.now() - statSync(file).mtimeMs > keptDays * 86_400_000) rmSync(file);
    }
  }
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Then there is nothing kept, or something left for removeOld.
  }
}
