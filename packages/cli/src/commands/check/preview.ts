import { visible } from '@podlint/reporters';
import { FILE_HEADERS_ONLY, createTwoFilesPatch } from 'diff';
import picocolors from 'picocolors';
import type { FixedFile } from './fix-texts.js';

/** What the fixes would change, as a unified diff that `git apply` and `patch -p1` take when it is not coloured. */
export function unifiedDiff(changed: readonly FixedFile[], colors: 'always' | 'never'): string {
  const patches = changed.map(({ path, before, after }) => createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY }));
  return colors === 'never' ? patches.join('') : patches.join('').split('\n').map(colored).join('\n');
}

const paint = picocolors.createColors(true);

function colored(line: string): string {
  const text = visible(line);
  if (line.startsWith('---') || line.startsWith('+++')) return paint.bold(text);
  if (line.startsWith('@@')) return paint.cyan(text);
  if (line.startsWith('+')) return paint.green(text);
  return line.startsWith('-') ? paint.red(text) : text;
}
