import { FILE_HEADERS_ONLY, createTwoFilesPatch, formatPatch, type StructuredPatchHunk } from 'diff';
import type { FixedFile } from './fix-texts.js';

const context = 3;
/**
 * Lines that differ. The search for the smallest patch takes the square of it in time: beyond, such as for a long Pod
 * that is indented anew, one large hunk has to do.
 */
const mostDifferences = 2000;

/** The patch of one file, as `diff -u` has it. */
export function filePatch({ path, before, after }: FixedFile): string {
  const [from, to] = [`a/${path}`, `b/${path}`];
  const smallest = createTwoFilesPatch(from, to, before, after, undefined, undefined, {
    context,
    headerOptions: FILE_HEADERS_ONLY,
    maxEditLength: mostDifferences,
  });
  if (smallest !== undefined) return smallest;
  return formatPatch(
    {
      oldFileName: from,
      newFileName: to,
      oldHeader: undefined,
      newHeader: undefined,
      hunks: [oneHunk(linesOf(before), linesOf(after))],
    },
    FILE_HEADERS_ONLY,
  );
}

/** All from the first line that differs to the last one. */
function oneHunk(before: readonly string[], after: readonly string[]): StructuredPatchHunk {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const first = Math.max(0, start - context);
  const last = Math.max(0, tail - context);
  return {
    oldStart: first + 1,
    oldLines: before.length - last - first,
    newStart: first + 1,
    newLines: after.length - last - first,
    lines: [
      ...marked(' ', before.slice(first, start)),
      ...marked('-', before.slice(start, before.length - tail)),
      ...marked('+', after.slice(start, after.length - tail)),
      ...marked(' ', before.slice(before.length - tail, before.length - last)),
    ],
  };
}

/** Lines with their break. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(mark: string, lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'],
  );
}
