import path from 'node:path';

/** As the command calls a file: relative to the working directory, with forward slashes. */
export function nameOf(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  return (relative.startsWith('..') || path.isAbsolute(relative) ? absolute : relative).replaceAll(path.sep, '/');
}
