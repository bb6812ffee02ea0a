import { subtree, type Range, type YamlDocument } from '@podlint/syntax';
import { readIds, type WrittenId } from './id-list.js';
import { NestedRanges } from './nested-ranges.js';

type Directive = 'disable-next-line' | 'disable-line' | 'disable-file' | 'disable' | 'enable';

/** A comment that speaks to podlint. */
export interface DirectiveComment {
  readonly directive: Directive;
  /** From its `#` to the end of the line. */
  readonly range: Range;
  readonly ids: readonly WrittenId[];
}

const pattern = /#[ \t]*podlint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-]):?([^\r\n]*)/g;

/** The directive comments of a text, from its top down; what only looks like one inside of a value is none. */
export function directiveComments(text: string, documents: readonly YamlDocument[]): DirectiveComment[] {
  return commentsLike(pattern, text, documents).map((match) => {
    const [whole, directive, rest] = match as unknown as [string, Directive, string];
    const start = match.index;
    const end = start + whole.trimEnd().length;
    return { directive, range: { start, end }, ids: readIds(rest, start + whole.length - rest.length) };
  });
}

/**
 * Where a pattern that begins with a `#` matches at the start of a comment, from the top of the text down.
 * @param like global
 */
export function commentsLike(
  like: RegExp,
  text: string,
  documents: readonly YamlDocument[],
): (RegExpMatchArray & { readonly index: number })[] {
  const matches = [...text.matchAll(like)].filter(
    ({ index }) => index === 0 || /[\s\ufeff]/.test(text[index - 1] ?? ''),
  );
  if (matches.length === 0) return matches;
  const values = new NestedRanges(documents.flatMap(textsOfValues).map((range) => ({ range, value: range })));
  return matches.filter(({ index }) => values.around({ start: index, end: index + 1 }).length === 0);
}

/** Where the keys and scalars of a document stand: no comment can be in there. */
function textsOfValues(document: YamlDocument): Range[] {
  if (document.root === undefined) return [];
  const ranges: Range[] = [];
  for (const node of subtree(document, document.root)) {
    const key = document.keyRange(node);
    if (key) ranges.push(key);
    if (document.aliasTarget(node) === undefined && document.kind(node) === 'scalar')
      ranges.push(textOfScalar(document, node));
  }
  return ranges;
}

/** The header line of a block scalar can end in a comment; the text starts below it. */
function textOfScalar(document: YamlDocument, node: number): Range {
  const { start, end } = document.rangeOf(node);
  const style = document.style(node);
  if (style !== 'literal' && style !== 'folded') return { start, end };
  const header = /[\r\n]/.exec(document.text.slice(start, end));
  return { start: start + (header?.index ?? end - start), end };
}
