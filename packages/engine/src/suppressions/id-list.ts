import type { Range } from '@podlint/syntax';

/** An id as it stands in a comment or an annotation. */
export interface WrittenId {
  readonly id: string;
  readonly range: Range;
}

const reasonSign = /(?:^|\s)--(?=\s|$)/;

/** `id[, id] -- reason`; `offset` is where the text starts. No ids: everything is meant. */
export function readIds(text: string, offset: number): WrittenId[] {
  const list = text.slice(0, reasonSign.exec(text)?.index ?? text.length);
  return [...list.matchAll(/[^\s,]+/g)].map((match) => {
    const start = offset + match.index;
    return { id: match[0], range: { start, end: start + match[0].length } };
  });
}

/** From the first id to the last one. */
export function rangeOfIds(ids: readonly WrittenId[]): Range {
  return { start: ids[0]!.range.start, end: ids.at(-1)!.range.end };
}

/** `"a", "b" and "c"` */
export function quoted(ids: readonly WrittenId[]): string {
  const names = ids.map(({ id }) => `"${id}"`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
