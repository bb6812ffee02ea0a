import { Kind, type YNode } from '../node/node.js';

/** What a line of a text has beside its content. */
interface Surroundings {
  /** Comment lines before it, without their indentation. */
  readonly before: readonly string[];
  /** A comment behind its content. */
  readonly after: string;
}

interface Line extends Surroundings {
  readonly content: string;
}

/**
 * Puts the comments of a text into what was written anew of it. `same`: the text written anew without a change, by which
 * its lines are known again; where they are not, the comments are lost. (go-yaml keeps comments with their nodes; lines
 * come to the same where a text is laid out line by line.)
 */
export function keepComments(text: string, root: YNode, same: string, changed: string): string {
  if (!text.includes('#')) return changed;
  const { lines, rest } = withoutComments(text, scalarRanges(root));
  const known = same.split('\n');
  if (lines.map(({ content }) => content.trim()).join('\n') !== known.map((line) => line.trim()).join('\n'))
    return changed;
  const written = changed.split('\n');
  const partners = pair(known, written);
  return [...written.flatMap((line, i) => withSurroundings(line, lines[partners[i] ?? -1])), ...rest].join('\n');
}

function withSurroundings(line: string, { before, after }: Surroundings = { before: [], after: '' }): string[] {
  const indent = ' '.repeat(line.length - line.trimStart().length);
  return [
    ...before.map((comment) => (comment === '' ? '' : indent + comment)),
    after === '' ? line : `${line} ${after}`,
  ];
}

type Range = readonly [start: number, end: number];

function scalarRanges({ kind, place, content }: YNode): Range[] {
  if (kind === Kind.scalar) return place ? [[place.start, place.end]] : [];
  return content.flatMap(scalarRanges);
}

/** The lines that hold content, with the comments around each, and the comments behind the last. */
function withoutComments(text: string, scalars: readonly Range[]): { lines: Line[]; rest: string[] } {
  const lines: Line[] = [];
  let waiting: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const isInside = scalars.some(([from, to]) => from < start && start < to);
    const at = isInside ? line.length : commentStart(line, start, scalars);
    const [content, comment] = [line.slice(0, at), line.slice(at)];
    start += line.length + 1;
    if (isInside || content.trim() !== '') {
      lines.push({ content: content.trimEnd(), before: waiting, after: comment });
      waiting = [];
    } else if (comment !== '' || isBehindHead(lines, waiting)) waiting.push(comment);
  }
  return { lines, rest: waiting };
}

/** A blank line behind the comments at the top stays: it makes them comments of the document. */
function isBehindHead(lines: readonly Line[], waiting: readonly string[]): boolean {
  return lines.length === 0 && waiting.length > 0 && waiting.at(-1) !== '';
}

/** Where a comment starts in a line: at a # behind a space, or at the beginning, that is in no scalar. */
function commentStart(line: string, offset: number, scalars: readonly Range[]): number {
  for (let at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
    const position = offset + at;
    const isSeparate = at === 0 || /\s/.test(line.charAt(at - 1));
    if (isSeparate && !scalars.some(([from, to]) => from <= position && position < to)) return at;
  }
  return line.length;
}

/** For each new line the old one that it is: lines from the beginning and from the end, and those between by number. */
function pair(old: readonly string[], written: readonly string[]): (number | undefined)[] {
  const head = commonLength(old, written, Math.min(old.length, written.length));
  const tail = commonLength(old.toReversed(), written.toReversed(), Math.min(old.length, written.length) - head);
  return written.map((_line, i) => {
    if (i < head) return i;
    if (i >= written.length - tail) return i + old.length - written.length;
    return i < old.length - tail ? i : undefined;
  });
}

function commonLength(a: readonly string[], b: readonly string[], limit: number): number {
  const at = a.slice(0, limit).findIndex((line, i) => line !== b[i]);
  return at < 0 ? Math.max(limit, 0) : at;
}
