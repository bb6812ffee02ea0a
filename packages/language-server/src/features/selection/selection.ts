import { pushAll } from '@podlint/plain';
import { entryStart, type NodeId, type Range, type YamlDocument } from '@podlint/syntax';
import type { SelectionRange } from 'vscode-languageserver-types';
import { documentAt, nodeAt } from '../../place/place.js';
import { toRange } from '../../place/ranges.js';
import type { FileView } from '../../service/file-view.js';

/**
 * What a selection grows through, from an offset outwards: the text between quotes, the value, its field, what holds
 * that, the document, the file.
 */
export function selectionRange(view: FileView, offset: number): SelectionRange {
  const whole = { start: 0, end: view.text.getText().length };
  let outer: Range = whole;
  let selection: SelectionRange = { range: toRange(view.text, whole) };
  for (const range of rangesAround(view, offset).reverse()) {
    const isSmaller =
      outer.start <= range.start && range.end <= outer.end && (outer.start < range.start || range.end < outer.end);
    if (!isSmaller || offset < range.start || range.end < offset) continue;
    outer = range;
    selection = { range: toRange(view.text, range), parent: selection };
  }
  return selection;
}

function rangesAround(view: FileView, offset: number): Range[] {
  const found = documentAt(view, offset);
  if (!found) return [];
  const { document } = found;
  const at = nodeAt(document, offset);
  const around = at ? [...ofKey(document, at), ...ancestors(document, at)] : [];
  return [...around, trimmed(document.text, document.range)];
}

function ofKey(document: YamlDocument, { node, on }: { readonly node: NodeId; readonly on: 'key' | 'value' }): Range[] {
  const key = on === 'key' ? document.keyRange(node) : undefined;
  return key ? [...betweenQuotes(document.text, key), key] : [];
}

function ancestors(
  document: YamlDocument,
  { node, on }: { readonly node: NodeId; readonly on: 'key' | 'value' },
): Range[] {
  const ranges: Range[] = [];
  for (let at: NodeId | undefined = node; at !== undefined; at = document.parent(at)) {
    const value = trimmed(document.text, document.rangeOf(at));
    if (on === 'value' || at !== node) pushAll(ranges, [...betweenQuotes(document.text, value), value]);
    const start =
      document.keyRange(at)?.start ??
      (document.parent(at) === undefined ? value.start : entryStart(document, at)) ??
      value.start;
    ranges.push({ start: Math.min(start, value.start), end: Math.max(value.end, document.keyRange(at)?.end ?? 0) });
  }
  return ranges;
}

function betweenQuotes(text: string, { start, end }: Range): Range[] {
  const quote = text[start];
  return (quote === '"' || quote === "'") && end - start > 1 && text[end - 1] === quote
    ? [{ start: start + 1, end: end - 1 }]
    : [];
}

function trimmed(text: string, { start, end }: Range): Range {
  const content = text.slice(start, end);
  const lead = content.length - content.trimStart().length;
  return content.trim() === '' ? { start, end } : { start: start + lead, end: start + content.trimEnd().length };
}
