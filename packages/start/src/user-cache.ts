import { readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Days after which what nobody has written to is taken for left behind. */
const keptDays = 30;

/** podlint's folder among those for what programs of this user can make again, by the custom of the system. */
export function userCache(): string {
  return path.join(folderOfSystem(), 'podlint');
}

/** Removes files and folders of that beginning from podlint's folder that nobody has written to for long. */
export function removeUnused(beginning: string): void {
  for (const name of readdirSync(userCache())) {
    const entry = path.join(userCache(), name);
    if (name.startsWith(beginning) && Date.now() - statSync(entry).mtimeMs > keptDays * 86_400_000)
      rmSync(entry, { recursive: true, force: true });
  }
}

function folderOfSystem(): string {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  const chosen = process.env['XDG_CACHE_HOME'];
  return chosen !== undefined && path.isAbsolute(chosen) ? chosen : path.join(os.homedir(), '.cache');
}
