import { defineMessages } from '@podlint/messages';
import type { Range, SyntaxProblem, TextEdit } from './document.js';
import { lineEnd, lineStart } from './edit/layout.js';

const says = defineMessages('yaml', {
  'ended-by-dots':
    'These dots end the document: no reader looks at what follows. If they stand for something left out, remove them; if another object begins here, write "---".',
  'behind-the-end':
    'The document ends before this text, and no reader looks at it. Remove it, or put "---" above it if another object begins here.',
});

/** Lines that say nothing: blank, a comment, the end of a document. */
const emptyLine = /^(?:\.\.\.)?[ \t]*(?:#.*)?$/;

/** The first lines of another object. */
const objectStart = /^(?:apiVersion|kind|metadata)\s*:/m;

/**
 * What stands in a document behind its end, from `from` on: the server reads the first of several and drops the others
 * without a word (unmarshal in yaml.go; only `---` parts documents). Undefined if nothing is lost.
 */
export function ignoredText(text: string, { end }: Range, from: number): SyntaxProblem | undefined {
  const rest = text.slice(from, end);
  const lines = rest.split(/\r\n?|\n/);
  if (lines.every((line) => emptyLine.test(line))) return undefined;
  const isDots = rest.startsWith('...');
  const range: Range = { start: from, end: isDots ? from + 3 : lineEnd(text, from) };
  return {
    code: 'syntax/ignored-text',
    message: isDots ? says['ended-by-dots']() : says['behind-the-end'](),
    range,
    ...(isDots && { fix: partingFix(text, range, rest) }),
  };
}

function partingFix(text: string, range: Range, rest: string): SyntaxProblem['fix'] {
  if (objectStart.test(rest))
    return { title: 'Write "---" instead of the dots', safety: 'unsafe', edits: [{ range, text: '---' }] };
  const line: TextEdit = { range: { start: lineStart(text, range.start), end: range.end }, text: '' };
  return { title: 'Remove the dots', safety: 'unsafe', edits: [line] };
}
