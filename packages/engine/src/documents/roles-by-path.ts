import type { FileRole } from './source-file.js';

/** What a file names another one for: a path, which may have the signs of Go's filepath.Glob in a test of Chainsaw. */
export type NamedRole = readonly [path: string, role: FileRole];

/** Which roles files have, by the paths and patterns that others name them by. What comes later counts. */
export class RolesByPath {
  private readonly ofPaths = new Map<string, FileRole>();
  private readonly ofPatterns: NamedRole[] = [];

  constructor(named: readonly NamedRole[]) {
    for (const [path, role] of named) {
      this.ofPaths.set(path, role);
      if (/[*?]/.test(path)) this.ofPatterns.push([path, role]);
    }
  }

  get(path: string): FileRole | undefined {
    return this.ofPaths.get(path) ?? this.ofPatterns.findLast(([pattern]) => fits(pattern, path))?.[1];
  }
}

/** As path/filepath.Match reads it: no sign stands for a slash. Ranges of signs are left to it. */
function fits(pattern: string, path: string): boolean {
  const [wanted, names] = [pattern.split('/'), path.split('/')];
  return wanted.length === names.length && wanted.every((glob, index) => fitsName(glob, names[index] ?? ''));
}

/** Goes back to the last star alone, so that a stranger's pattern takes no longer than its length times the name's. */
function fitsName(glob: string, name: string): boolean {
  let [sign, letter, star, taken] = [0, 0, -1, 0];
  while (letter < name.length)
    if (glob[sign] === '*') [star, taken] = [sign++, letter];
    else if (glob[sign] === '?' || glob[sign] === name[letter]) [sign, letter] = [sign + 1, letter + 1];
    else if (star >= 0) [sign, letter] = [star + 1, ++taken];
    else return false;
  return /^\**$/.test(glob.slice(sign));
}
