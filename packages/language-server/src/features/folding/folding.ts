import { entryStart, subtree, type NodeId, type YamlDocument } from '@podlint/syntax';
import type { FoldingRange } from 'vscode-languageserver-types';
import type { FileView } from '../../service/file-view.js';

/** What can be folded away: documents, fields and items of several lines, texts, runs of comment lines. */
export function foldingRanges({ text, documents }: FileView): FoldingRange[] {
  const content = text.getText();
  const lineOf = (offset: number): number => text.positionAt(offset).line;
  const found = new Map<number, FoldingRange>();
  const add = (start: number, end: number, kind?: 'comment'): void => {
    const [startLine, endLine] = [lineOf(start), lineOf(end)];
    // Of several that start on a line an editor shows one: the outermost.
    if (endLine > startLine && (found.get(startLine)?.endLine ?? -1) < endLine)
      found.set(startLine, { startLine, endLine, ...(kind && { kind }) });
  };
  for (const { document } of documents) {
    if (document.root === undefined) continue;
    const { start, end } = trimmed(content, document.rangeOf(document.root));
    add(start, end);
    for (const node of subtree(document, document.root)) addNode(document, node, add);
  }
  for (const { start, end } of commentRuns(
    content,
    documents.map(({ document }) => document),
  ))
    add(start, end, 'comment');
  return [...found.values()].sort((a, b) => a.startLine - b.startLine);
}

function addNode(document: YamlDocument, node: NodeId, add: (start: number, end: number) => void): void {
  if (document.aliasTarget(node) !== undefined) return;
  const value = document.rangeOf(node);
  if (value.end <= value.start) return;
  const isItem = document.keyRange(node) === undefined;
  const start =
    isItem && document.parent(node) !== undefined
      ? (entryStart(document, node) ?? value.start)
      : (document.keyRange(node)?.start ?? value.start);
  add(start, trimmed(document.text, { start, end: value.end }).end);
}

function trimmed(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return { start, end: Math.max(start, last - 1) };
}

/** Two or more lines below one another that hold nothing but a comment; `#` in a text of several lines starts none. */
function commentRuns(text: string, documents: readonly YamlDocument[]): { start: number; end: number }[] {
  const runs: { start: number; end: number; lines: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const last = runs.at(-1);
    if (!/^\s*#/.test(line)) continue;
    if (last && last.end + 1 === start) Object.assign(last, { end: start + line.length, lines: last.lines + 1 });
    else runs.push({ start, end: start + line.length, lines: 1 });
  }
  const texts = runs.length === 0 ? [] : documents.flatMap(blockTexts);
  return runs.filter((run) => run.lines > 1 && !texts.some(({ start, end }) => start <= run.start && run.end <= end));
}

function blockTexts(document: YamlDocument): { readonly start: number; readonly end: number }[] {
  if (document.root === undefined) return [];
  return [...subtree(document, document.root)]
    .filter((node) => document.style(node) === 'literal' || document.style(node) === 'folded')
    .map((node) => document.rangeOf(node));
}
