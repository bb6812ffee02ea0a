import { defineMessages } from '@podlint/messages';
import type { Range, SyntaxProblem } from './document.js';
import { lineEnd, lineStart } from './edit/layout.js';
import { readDocument } from './reader/read-document.js';
import { TreeBuilder } from './tree/tree-builder.js';

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
export function ignoredText(text: string, document: Range, from: number): SyntaxProblem | undefined {
  const rest = text.slice(from, document.end);
  const lines = rest.split(/\r\n?|\n/);
  if (lines.every((line) => emptyLine.test(line))) return undefined;
  const isDots = rest.startsWith('...');
  const range: Range = { start: from, end: isDots ? from + 3 : lineEnd(text, from) };
  return {
    code: 'syntax/ignored-text',
    message: isDots ? says['ended-by-dots']() : says['behind-the-end'](),
    range,
    ...(isDots && partingFix(text, range, document)),
  };
}

/** None where the text would not read without the dots. */
function partingFix(text: string, range: Range, document: Range): Pick<SyntaxProblem, 'fix'> {
  if (objectStart.test(text.slice(range.start, document.end)))
    return { fix: { title: 'Write "---" instead of the dots', safety: 'unsafe', edits: [{ range, text: '---' }] } };
  const line = { start: lineStart(text, range.start), end: range.end };
  if (!readsWithout(text, line, document)) return {};
  return { fix: { title: 'Remove the dots', safety: 'unsafe', edits: [{ range: line, text: '' }] } };
}

function readsWithout(text: string, { start, end }: Range, document: Range): boolean {
  const after = text.slice(0, start) + text.slice(end);
  return readDocument(after, document.start, document.end - (end - start), new TreeBuilder(after)) === undefined;
}
