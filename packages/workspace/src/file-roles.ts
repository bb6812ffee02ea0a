import path from 'node:path';
import { namings, roleByName, RolesByPath, type FileRole, type NamedRole } from '@podlint/engine';
import { isFile } from './found-file.js';
import { readFile } from './read.js';

/** Levels above a file that are searched: overlays name patches in their own folder, or in one below. */
const levels = 3;

/**
 * What files are for, by their names and by what the kustomizations and tests in their folder, or in one of the folders
 * above it, say. Reads each of these once.
 */
export class FileRoles {
  private readonly ofFolders = new Map<string, RolesByPath>();

  of(absolute: string): FileRole | undefined {
    let folder = path.dirname(absolute);
    for (let level = 0; level < levels; level++) {
      const role = this.namedIn(folder).get(absolute);
      if (role !== undefined) return role;
      folder = path.dirname(folder);
    }
    return roleByName(absolute);
  }

  private namedIn(folder: string): RolesByPath {
    let roles = this.ofFolders.get(folder);
    if (!roles) this.ofFolders.set(folder, (roles = new RolesByPath(rolesIn(folder, readWhole))));
    return roles;
  }
}

/** How paths are put together: as on this machine, or as Git has them. */
interface Paths {
  join(folder: string, name: string): string;
  resolve(folder: string, relative: string): string;
}

/**
 * The files that a folder's own kustomization and test give a role, by their absolute paths.
 * @param readText of an absolute path; undefined: there is no such file
 */
export function rolesIn(
  folder: string,
  readText: (absolute: string) => string | undefined,
  paths: Paths = path,
): NamedRole[] {
  return namings.flatMap(({ names, namedIn }) => {
    const text = firstOf(
      names.map((name) => paths.join(folder, name)),
      readText,
    );
    const named = text === undefined ? [] : namedIn(text);
    return named.map(([name, role]) => [paths.resolve(folder, name), role] as const);
  });
}

function firstOf(files: readonly string[], readText: (absolute: string) => string | undefined): string | undefined {
  for (const file of files) {
    const text = readText(file);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** One that cannot be read gives no roles. */
function readWhole(absolute: string): string | undefined {
  if (!isFile(absolute)) return undefined;
  const content = readFile(absolute);
  return 'text' in content ? content.text : '';
}
