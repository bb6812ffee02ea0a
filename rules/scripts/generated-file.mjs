import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Writes a generated file; with `--check` only compares it. `file` counts from the top of the repository. */
export function generate(file, text) {
  const absolute = path.join(root, file);
  if (!process.argv.includes('--check')) {
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  } else if (currentText(absolute) !== text) {
    console.error(`${file} is not what the catalogue says: run \`npm run rules\``);
    process.exitCode = 1;
  }
}

function currentText(absolute) {
  try {
    return readFileSync(absolute, 'utf8');
  } catch {
    return undefined;
  }
}
