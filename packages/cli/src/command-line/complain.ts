import { visible } from '@podlint/reporters';
import type { Console } from './console.js';

/** Tells the user what is wrong, one line a message, on stderr. */
export function complain({ stderr }: Console, messages: readonly string[]): void {
  for (const message of messages) stderr.write(`podlint: ${visible(message)}\n`);
}
