import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toolVersion } from '@podlint/model';

/** Writes down what is needed to find a mistake of podlint's own, and returns one line for the user. */
export function recordInternalError(error: unknown, args: readonly string[]): string {
  const { message, stack = message } = error instanceof Error ? error : { message: String(error) };
  const about = `internal error (${message}): this is a mistake in podlint, not in your files`;
  try {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'podlint-')), 'internal-error.txt');
    writeFileSync(
      file,
      [
        `podlint ${toolVersion}`,
        `node ${process.version} ${process.platform} ${process.arch}`,
        `arguments: ${JSON.stringify(args)}`,
        '',
        stack,
        '',
      ].join('\n'),
    );
    return `${about}; please report it with what is in ${file}`;
  } catch {
    return `${about}; please report it`;
  }
}
