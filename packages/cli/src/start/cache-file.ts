import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Days after which the file of another version, or of another Node, is taken for left behind. */
const keptDays = 30;

/** The folder for what programs of this user can make again, by the custom of the system. */
function userCache(): string {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  const chosen = process.env['XDG_CACHE_HOME'];
  return chosen !== undefined && path.isAbsolute(chosen) ? chosen : path.join(os.homedir(), '.cache');
}

/**
 * Bytes that are kept in the user's cache folder from one run to the next. Whatever goes wrong with it costs time and
 * nothing else, so nothing is said of it.
 */
export class CacheFile {
  private readonly folder = path.join(userCache(), 'podlint');

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
