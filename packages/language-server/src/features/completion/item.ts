import { breakOf } from '@podlint/syntax';
import type { CompletionItem, Range, TextEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import type { Proposal } from './proposal.js';
import { insertion, type ClientAbilities } from './snippet.js';

/** The lines of a proposal are indented in full; the client is to add nothing. */
const asIs = 1;
const deprecatedTag = 1;

export function completionItem(
  proposal: Proposal,
  place: CursorPlace,
  text: TextDocument,
  client: ClientAbilities,
): CompletionItem {
  const { label, kind, detail, rank, isDeprecated, documents, note, filter } = proposal;
  const { target } = place;
  const written =
    missingIndent(target) +
    target.before +
    indented(proposal.text, baseColumn(place), breakOf(place.cursor.chunk)) +
    target.after;
  const range = rangeIn(text, target.replace);
  const edits = fixes(proposal, place, text);
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    sortText: `${rank} ${label}`,
    filterText: `${target.quote !== '' && target.what === 'key' ? target.quote : ''}${filter ?? label}`,
    ...insertion(written, range, client),
    insertTextMode: asIs,
    ...(edits.length > 0 && { additionalTextEdits: edits }),
    ...(isDeprecated && { tags: [deprecatedTag] }),
    ...(documents && { data: documents }),
    ...(note !== undefined && { documentation: { kind: 'markdown', value: note } }),
  };
}

/**
 * The blanks that a line without any should start with: an edit of their own would stand at the place of the proposal.
 */
function missingIndent({ indent }: CursorPlace['target']): string {
  return indent && indent.range.start === indent.range.end ? indent.text : '';
}

/** The column that further lines of a proposal count from. */
function baseColumn({ target }: CursorPlace): number {
  return target.style === 'flow' ? 0 : target.column;
}

function indented(text: string, column: number, lineBreak: string): string {
  return text.replaceAll(
    /\n(?=(.?))/g,
    (_, next: string) => lineBreak + (next === '' || next === '\n' ? '' : ' '.repeat(column)),
  );
}

/**
 * What has to change beside the proposal: the blanks that the line starts with, or those behind a colon whose value
 * goes to lines of its own.
 */
function fixes({ text: written }: Proposal, { target, cursor }: CursorPlace, text: TextDocument): TextEdit[] {
  if (target.missingComma !== undefined)
    return [{ range: rangeIn(text, { start: target.missingComma, end: target.missingComma }), newText: ',' }];
  if (target.indent && missingIndent(target) === '')
    return [{ range: rangeIn(text, target.indent.range), newText: target.indent.text }];
  if (target.what !== 'value' || !written.startsWith('\n')) return [];
  const before = cursor.line.slice(0, target.replace.start - cursor.lineStart);
  const blanks = before.length - before.trimEnd().length;
  return blanks === 0
    ? []
    : [{ range: rangeIn(text, { start: target.replace.start - blanks, end: target.replace.start }), newText: '' }];
}

function rangeIn(text: TextDocument, { start, end }: { readonly start: number; readonly end: number }): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}
