import { says } from '../messages.js';
import type { Range } from '@podlint/syntax';
import { BuildFailure } from '../errors.js';
import { fieldOf } from '../node/fields.js';
import { Kind, Tag, valueOf, type YNode } from '../node/node.js';
import type { TextSource } from '../origin/text-source.js';
import { expandAnchors } from './anchors.js';
import { parseYaml } from './parse.js';

const separator = /\r?\n---([^\n]*)\n/g;
const byteOrderMark = '\ufeff';

/** Where the documents of a stream stand (byteio_reader.go, splitDocuments). */
function splitDocuments(text: string, { start, end }: Range, source: TextSource): Range[] {
  const ranges: Range[] = [];
  let from = start;
  const part = text.slice(start, end);
  for (const match of part.matchAll(separator)) {
    const at = start + match.index;
    const rest = match[1]!.trim();
    if (rest !== '' && !rest.startsWith('#'))
      throw new BuildFailure('yaml', says.separator({ text: rest }), source.place(at, at + match[0].length));
    ranges.push({ start: from, end: at + match[0].indexOf('\n') + 1 });
    from = at + match[0].length;
  }
  if (end > start) ranges.push({ start: from, end });
  return ranges;
}

/**
 * The documents of a stream that hold something, aliases written out (byteio_reader.go, Read). A List that is alone in
 * its stream counts as its items.
 */
export function readDocuments(text: string, range: Range, source: TextSource): YNode[] {
  const ranges = splitDocuments(text, range, source);
  const nodes = ranges.flatMap(({ start, end }) => {
    const from = text.startsWith(byteOrderMark, start) ? start + 1 : start;
    const root = parseYaml(text, { start: from, end }, source);
    if (!root || root.tag === Tag.null) return [];
    return ranges.length === 1 && isWrapper(root) ? (fieldOf(root, 'items')?.content ?? []) : [root];
  });
  return nodes.map((node) => expandAnchors(node));
}

function isWrapper(root: YNode): boolean {
  if (root.kind !== Kind.mapping) return false;
  const kind = valueOf(fieldOf(root, 'kind'));
  const isList = kind === 'List' || kind === 'ResourceList';
  return isList && (fieldOf(root, 'items') !== undefined || fieldOf(root, 'functionConfig') !== undefined);
}
