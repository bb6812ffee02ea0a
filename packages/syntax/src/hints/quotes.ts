import { defineMessages } from '@podlint/messages';
import type { TextEdit } from '../document.js';
import { insertion, type Finding, type Mistake } from './mistake.js';

const closedEarlyText = 'Line {line} goes on behind the closing quote.';

const says = defineMessages('hint', {
  'open-quote': 'Line {line} opens a quote that it does not close.',
  'single-quote-inside': `${closedEarlyText} Inside single quotes, write a quote twice.`,
  'double-quote-inside': `${closedEarlyText} Inside double quotes, write a quote as \\".`,
});

/** A value that opens a quote and does not close it on its line. */
const openQuote = {
  '"': /(?:^|[:,[{-]\s+|[[{,])"(?:[^"\\]|\\.)*$/,
  "'": /(?:^|[:,[{-]\s+|[[{,])'(?:[^']|'')*$/,
} as const;

/** A quote that nobody closed: the reader notices at the next quote of that kind, or at the end. */
export function findQuote(mistake: Mistake): Finding | undefined {
  if (mistake.isOneOf('unclosed-quote', 'separator-in-quote'))
    return unclosed(mistake, firstOpen(mistake, quoteAt(mistake, mistake.opened)) ?? mistake.lines.at(mistake.opened));
  if (!mistake.isOneOf('missing-key', 'missing-item', 'list-comma', 'map-comma')) return undefined;
  const before = mistake.lines
    .content(mistake.line)
    .slice(0, mistake.range.start - mistake.lines.start(mistake.line))
    .trimEnd();
  const quote = before.at(-1);
  if (quote !== '"' && quote !== "'") return undefined;
  const open = firstOpen(mistake, quote);
  if (open !== undefined && open !== mistake.line) return unclosed(mistake, open);
  return mistake.lines.at(mistake.opened) !== mistake.line && mistake.isOneOf('list-comma', 'map-comma')
    ? undefined
    : closedEarly(mistake, quote);
}

function quoteAt({ stream }: Mistake, offset: number): '"' | "'" {
  return stream[offset] === "'" ? "'" : '"';
}

function firstOpen({ lines, line }: Mistake, quote: '"' | "'"): number | undefined {
  for (let at = 0; at <= line; at++) if (!lines.isBlank(at) && openQuote[quote].test(lines.content(at))) return at;
  return undefined;
}

function unclosed(mistake: Mistake, line: number): Finding {
  const { lines } = mistake;
  const content = lines.content(line);
  const match = openQuote['"'].exec(content) ?? openQuote["'"].exec(content);
  const quote =
    content.charAt(content.slice(match?.index ?? 0).search(/["']/) + (match?.index ?? 0)) === "'" ? "'" : '"';
  const start = lines.start(line) + Math.max(content.indexOf(quote, match?.index ?? 0), 0);
  const { end } = lines.contentRange(line);
  return {
    code: 'syntax/unclosed-quote',
    hint: says['open-quote']({ line: lines.number(line) }),
    range: { start, end },
    fix: mistake.firstProven(
      'Close the quote at the end of the line',
      ['', ']', '}'].map((closing) => [insertion(end, quote + closing)]),
    ),
  };
}

function closedEarly(mistake: Mistake, quote: '"' | "'"): Finding {
  const { lines, line, range } = mistake;
  const kind = quote === "'" ? 'single-quote-inside' : 'double-quote-inside';
  return {
    code: 'syntax/unclosed-quote',
    hint: says[kind]({ line: lines.number(line) }),
    range: { start: range.start, end: lines.contentRange(line).end },
    fix: mistake.firstProven('Write the inner quotes so that they count as text', [escapeInner(mistake, quote)]),
  };
}

/** The quotes between the first and the last one of the line. */
function escapeInner({ lines, line }: Mistake, quote: '"' | "'"): TextEdit[] {
  const content = lines.content(line);
  const first = content.indexOf(quote);
  const last = content.trimEnd().length - 1;
  if (content.charAt(last) !== quote) return [];
  const edits: TextEdit[] = [];
  for (let at = content.indexOf(quote, first + 1); at >= 0 && at < last; at = content.indexOf(quote, at + 1))
    edits.push(insertion(lines.start(line) + at, quote === "'" ? "'" : '\\'));
  return edits;
}
