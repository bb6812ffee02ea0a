import { isOwnName } from './config/names.js';

/** Whether a file is checked when it is met in a folder; a file that the user names is always checked. */
export function isManifestName(path: string): boolean {
  if (path.endsWith('/Kustomization') || path.endsWith('\\Kustomization')) return true;
  return (path.endsWith('.yaml') || path.endsWith('.yml') || path.endsWith('.json')) && !isOwnName(path);
}
