import path from 'node:path';
import { roleByName, RolesByPath } from '@podlint/engine';
import { rolesIn } from '../file-roles.js';

/** Levels above a file that are searched, as on the disk (file-roles.ts). */
const levels = 3;

/** What some files are for, as FileRoles finds it on the disk. */
export function rolesOf(tree: { textAt(place: string): string | undefined }, places: readonly string[]): RolesByPath {
  const folders = new Set<string>();
  for (const place of places) {
    let folder = path.posix.dirname(place);
    for (let level = 0; level < levels; level++, folder = path.posix.dirname(folder)) folders.add(folder);
  }
  const byName = places.flatMap((place) => {
    const role = roleByName(place);
    return role === undefined ? [] : [[place, role] as const];
  });
  return new RolesByPath([
    ...byName,
    ...[...folders].flatMap((folder) => [...rolesIn(folder, (file) => tree.textAt(file), path.posix)]),
  ]);
}
