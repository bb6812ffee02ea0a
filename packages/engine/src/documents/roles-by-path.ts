import type { FileRole } from './source-file.js';

/** What a file names another one for: a path, which may have the signs of Go's filepath.Glob in a test of Chainsaw. */
export type NamedRole = readonly [path: string, role: FileRole];

/** Which roles files have, by the paths and patterns that others name them by. What comes later counts. */
export class RolesByPath {
  private readonly ofPaths = new Map<string, FileRole>();
  private readonly ofPatterns: (readonly [pattern: RegExp, role: FileRole])[] = [];

  constructor(named: readonly NamedRole[]) {
    for (const [path, role] of named) {
      this.ofPaths.set(path, role);
      if (/[*?]/.test(path)) this.ofPatterns.push([patternOf(path), role]);
    }
  }

  get(path: string): FileRole | undefined {
    return this.ofPaths.get(path) ?? this.ofPatterns.findLast(([pattern]) => pattern.test(path))?.[1];
  }
}

/** As path/filepath.Match reads it: no sign stands for a slash. Ranges of signs are left to it. */
function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/[*?]/g, (sign) => (sign === '*' ? '[^/]*' : '[^/]'));
  return new RegExp(`^${source}$`);
}
