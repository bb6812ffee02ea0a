import type { CursorText } from './cursor-text.js';
import { closingOf } from './inline-scanner.js';
import { columnOfContent } from './line.js';
import { insideQuotes, marker, quoteOf, type Target } from './target.js';

/** Between brackets: the word that the cursor is in, which is a key, a value or an item by what stands before it. */
export function flowTarget(cursor: CursorText): Target[] {
  const { start, lineStart, line, column, brackets, chunk } = cursor;
  const { from, to } = wordAround(line, column);
  const replace = { start: lineStart + from, end: lineStart + to };
  const before = chunk.slice(0, replace.start - start).trimEnd();
  const sign = before.at(-1) ?? '';
  const isFirst = ':,{['.includes(sign);
  // Behind another word on the line nothing can stand; on a line of its own only the comma is missing.
  if (!isFirst && line.slice(0, from).trim() !== '') return [];
  const isKey = brackets.endsWith('{') && sign !== ':';
  const hasColon = isKey && /^\s*:/.test(line.slice(to));
  const blank = sign === ':' && line[from - 1] === ':' ? ' ' : '';
  const after = hasColon || /^\s*(?:[,\]}]|#|$)/.test(chunk.slice(replace.end - start)) ? '' : ',';
  const quote = quoteOf(line[from]);
  const missing = {
    before: isFirst ? '' : ',',
    colon: isKey && !hasColon ? ': ' : '',
    brackets: closeBrackets(chunk.slice(replace.end - start), brackets),
  };
  return [
    {
      marked: { start: replace.start - start, end: replace.end - start },
      text: `${missing.before}${blank}${marker}${missing.colon}${after}${missing.brackets}`,
      replace: isKey ? replace : insideQuotes(cursor, replace, quote),
      what: isKey ? 'key' : 'value',
      style: 'flow',
      column: columnOfContent(line),
      dash: 'none',
      hasColon,
      before: blank,
      after,
      ...(isFirst ? {} : { missingComma: start + before.length }),
      quote,
    },
  ];
}

/** What would have to follow for brackets that nobody has closed yet to be closed. */
function closeBrackets(rest: string, brackets: string): string {
  const line = /^[^\r\n]*/.exec(rest)![0];
  const isWholeDocument = /[\]}]\s*$/.test(rest);
  return isWholeDocument || (line.match(/[\]}]/g)?.length ?? 0) >= brackets.length ? '' : closingOf(brackets);
}

function wordAround(line: string, column: number): { readonly from: number; readonly to: number } {
  let from = 0;
  let quote = '';
  for (let i = 0; i < column; i++) {
    const sign = line[i]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
      else if (sign === '\\' && quote === '"') i++;
    } else if ((sign === '"' || sign === "'") && line.slice(from, i).trim() === '') {
      quote = sign;
      from = i;
    } else if ('[]{},'.includes(sign) || (sign === ':' && /[\s"']/.test(`${line[i + 1] ?? ' '}${line[i - 1] ?? ''}`)))
      from = i + 1;
  }
  from += Math.min(columnOfContent(line.slice(from)), Math.max(column - from, 0));
  const rest = line.slice(from);
  const word = /^(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[^\s,[\]{}:]*(?::[^\s,[\]{}:]+)*)/.exec(rest)![0];
  return { from, to: Math.max(from + word.length, column) };
}
