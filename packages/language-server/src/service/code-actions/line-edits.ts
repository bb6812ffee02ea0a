import type { TextEdit } from 'vscode-languageserver-types';

/** Above so many lines of difference the whole of it is replaced at once. */
const mostCells = 4_000_000;

/** Edits that turn one text into another, by whole lines, so that cursors and folds elsewhere stay. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  return changed(old.slice(start, old.length - end), now.slice(start, now.length - end)).map((change) =>
    toEdit(change, start, old),
  );
}

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** Lines that go, from one index to another, and what comes in their place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** By the longest common sequence of lines. */
function changed(old: readonly string[], now: readonly string[]): Change[] {
  if (old.length * now.length > mostCells) return [{ from: 0, to: old.length, lines: now }];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        old[i] === now[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [from, first] = [i, j];
    while ((i < old.length || j < now.length) && !(i < old.length && j < now.length && old[i] === now[j])) {
      if (j >= now.length || (i < old.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) i++;
      else j++;
    }
    if (i > from || j > first) changes.push({ from, to: i, lines: now.slice(first, j) });
    while (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
    }
  }
  return changes;
}

function toEdit({ from, to, lines }: Change, start: number, old: readonly string[]): TextEdit {
  return { range: { start: lineStart(start + from, old), end: lineStart(start + to, old) }, newText: lines.join('') };
}

/** Behind the last line, the end of the text, which may lack its last break. */
function lineStart(line: number, lines: readonly string[]): TextEdit['range']['start'] {
  const last = lines.at(-1) ?? '';
  return line === lines.length && line > 0 && !/[\r\n]$/.test(last)
    ? { line: line - 1, character: last.length }
    : { line, character: 0 };
}
