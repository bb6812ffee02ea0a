import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder =
  path.basename(import.meta.dirname) === 'chunks' ? path.dirname(import.meta.dirname) : import.meta.dirname;

/** A file of the tool beside its entry, in the bundle and out of it. */
export function fileOfTool(name: string): string {
  return path.join(folder, name);
}

/**
 * The text of every script of the bundle, in a fixed order; undefined out of it, where the tool is spread over many
 * folders.
 */
export function scriptsOfBundle(): string[] | undefined {
  const chunks = path.join(folder, 'chunks');
  if (!existsSync(chunks)) return undefined;
  return [folder, chunks].flatMap((place) =>
    readdirSync(place)
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => `${name}\n${readFileSync(path.join(place, name), 'utf8')}`),
  );
}
