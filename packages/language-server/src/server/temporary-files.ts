import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

let folder: string | undefined;

/** Writes a text for this user alone, in a folder that goes with the server. Returns the URI of the file. */
export function writeTemporary(name: string, text: string): string {
  folder ??= makeFolder();
  const file = path.join(folder, path.basename(name));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600 });
  return pathToFileURL(file).href;
}

export function isTemporary(uri: string): boolean {
  return folder !== undefined && uri.startsWith(`${pathToFileURL(folder).href}/`);
}

function makeFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'podlint-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
