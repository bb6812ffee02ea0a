/**
 * The folder that a path means which counts from the top of a repository: from a folder that the file which says so is
 * in or below. Undefined where none, or more than one, of those that are known is meant.
 */
export function folderAt(path: string, from: string, known: ReadonlySet<string>): string | undefined {
  const parts = partsOf(path);
  if (parts.length === 0 || parts.includes('..')) return undefined;
  const [folder, ...more] = placesOf(path, from).filter((candidate) => known.has(candidate));
  return more.length === 0 ? folder : undefined;
}

/** Where a path leads that counts from `from`, or from one of the folders that it is in. */
export function placesOf(path: string, from: string): string[] {
  const [above, parts] = [from.split('/'), partsOf(path)];
  return above.map((_, depth) => [...above.slice(0, depth + 1), ...parts].join('/'));
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
