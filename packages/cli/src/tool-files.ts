import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const scriptFolders = ['chunks', 'command'];
const folder = scriptFolders.includes(path.basename(import.meta.dirname))
  ? path.dirname(import.meta.dirname)
  : import.meta.dirname;

/** A file of the tool beside its entry, in the bundle and out of it. */
export function fileOfTool(name: string): string {
  return path.join(folder, name);
}

/**
 * The text of every script of the bundle, in a fixed order; undefined out of it, where the tool is spread over many
 * folders.
 */
export function scriptsOfBundle(): string[] | undefined {
  const places = scriptFolders.map((name) => path.join(folder, name));
  if (!places.every((place) => existsSync(place))) return undefined;
  return [folder, ...places].flatMap((place) =>
    readdirSync(place)
      .filter((name) => /\.c?js$/.test(name))
      .sort()
      .map((name) => `${name}\n${readFileSync(path.join(place, name), 'utf8')}`),
  );
}
