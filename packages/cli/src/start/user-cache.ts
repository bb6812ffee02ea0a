import os from 'node:os';
import path from 'node:path';

/** podlint's folder among those for what programs of this user can make again, by the custom of the system. */
export function userCache(): string {
  return path.join(folderOfSystem(), 'podlint');
}

function folderOfSystem(): string {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  const chosen = process.env['XDG_CACHE_HOME'];
  return chosen !== undefined && path.isAbsolute(chosen) ? chosen : path.join(os.homedir(), '.cache');
}
