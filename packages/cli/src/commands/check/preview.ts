import { visible } from '@podlint/reporters';
import picocolors from 'picocolors';
import { filePatch } from './file-patch.js';
import type { FixedFile } from './fix-texts.js';

/** What the fixes would change, as a unified diff that `git apply` and `patch -p1` take when it is not coloured. */
export function unifiedDiff(changed: readonly FixedFile[], colors: 'always' | 'never'): string {
  const patches = changed.map(filePatch);
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
