/**
 * The folder that a path means which counts from the top of a repository: from a folder that the file which says so is
 * in or below. Undefined where none, or more than one, of those that are known is meant.
 */
export function folderAt(path: string, from: string, known: ReadonlySet<string>): string | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) return undefined;
  const above = from.split('/');
  const candidates = above.map((_, depth) => [...above.slice(0, depth + 1), ...parts].join('/'));
  const [folder, ...more] = candidates.filter((candidate) => known.has(candidate));
  return more.length === 0 ? folder : undefined;
}
