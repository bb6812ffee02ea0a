import { pushAll } from '@podlint/plain';
import { columnsOf } from './columns.js';
import { wrap } from './wrap.js';

/** Sentences on as few lines as hold them, broken between two sentences where that is possible. */
export function wrapParts(parts: readonly string[], width: number | undefined): string[] {
  if (width === undefined) return [parts.join('  ')];
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(last) + 2 + columnsOf(part) <= width)
      lines[lines.length - 1] = `${last}  ${part}`;
    else pushAll(lines, wrap(part, width));
  }
  return lines;
}
