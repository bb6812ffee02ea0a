import { FieldPath } from '@podlint/field-path';
import type { Range, TextEdit } from '@podlint/syntax';
import type { InspectedFile } from '../verdict/inspected.js';
import { directiveComments, type DirectiveComment } from './comments.js';
import { rangeOfIds, type WrittenId } from './id-list.js';
import type { Cover } from './cover.js';
import { FilePlaces } from './file-places.js';
import { endOfLine, lineOf, NextContentLines } from './next-content-line.js';
import { openBehind, type OpenComments } from './open-comments.js';
import type { Suppression } from './suppression.js';

/** What the comments of a file hide, and the ends of suppressions that end none. */
export interface CommentSuppressions {
  readonly suppressions: readonly Suppression[];
  readonly needlessEnds: readonly Suppression[];
  /** Those of earlier parts of the text that still hold. */
  readonly inherited: readonly Suppression[];
  /** Where blocks end, from the top of the text down. */
  readonly ends: readonly DirectiveComment[];
  /** What speaks of the parts that follow, too. */
  readonly open: OpenComments;
}

/** `before`: what earlier parts of the text have left open; undefined where the file is all there is. */
export function commentSuppressions(file: InspectedFile, before: OpenComments | undefined): CommentSuppressions {
  const documents = [...new Set(file.objects.map(({ document }) => document))];
  const comments = directiveComments(file.text, documents);
  const open = before === undefined ? [] : openBehind(before, comments);
  const all = [...(before ?? []), ...comments];
  const ends = all.filter(({ directive }) => directive === 'enable');
  if (all.length === 0 || file.objects.length === 0)
    return { suppressions: [], needlessEnds: [], inherited: [], ends, open };
  const lines = linesOf(file, all);
  const places = new FilePlaces(file, lines.values());
  const openIds = new Set(open.map(({ ids }) => ids));
  const suppressionsOf = (some: readonly DirectiveComment[]): Suppression[] =>
    some
      .filter(({ directive }) => directive !== 'enable')
      .map((comment) => ({
        ...suppression(file, comment, places, coverOf(comment, lines, places)),
        goesOn: openIds.has(comment.ids),
      }));
  const own = new Set(comments);
  const isNeeded = neededEnds(all);
  return {
    suppressions: suppressionsOf(comments),
    needlessEnds: ends
      .filter((end) => own.has(end) && !isNeeded(end))
      .map((end) => suppression(file, end, places, { of: 'nothing' })),
    inherited: suppressionsOf(before ?? []),
    ends,
    open,
  };
}

/** Whether an end stands below a comment that disables one of its ids. */
function neededEnds(comments: readonly DirectiveComment[]): (end: DirectiveComment) => boolean {
  const first = new Map<string, number>();
  const note = (id: string, { start }: Range): void => {
    first.set(id, Math.min(first.get(id) ?? Infinity, start));
  };
  for (const { directive, ids, range } of comments) {
    if (directive !== 'disable') continue;
    note(any, range);
    for (const id of ids.length === 0 ? [every] : ids.map((written) => written.id)) note(id, range);
  }
  const isOpen = (id: string, { start }: Range): boolean => (first.get(id) ?? Infinity) < start;
  return ({ ids, range }) =>
    ids.length === 0 ? isOpen(any, range) : isOpen(every, range) || ids.some(({ id }) => isOpen(id, range));
}

/** No ids: no id has a blank. */
const any = ' ';
const every = '';

/** The lines that comments speak of which speak of one. */
function linesOf(file: InspectedFile, comments: readonly DirectiveComment[]): ReadonlyMap<DirectiveComment, number> {
  const lines = new Map<DirectiveComment, number>();
  const next = new NextContentLines(file);
  for (const comment of [...comments].reverse()) {
    if (comment.directive === 'disable-line') lines.set(comment, lineOf(file, comment.range));
    if (comment.directive === 'disable-next-line') lines.set(comment, next.below(comment.range));
  }
  return lines;
}

function coverOf(comment: DirectiveComment, lines: ReadonlyMap<DirectiveComment, number>, places: FilePlaces): Cover {
  if (comment.directive === 'disable-file') return { of: 'file' };
  const line = lines.get(comment);
  if (line === undefined) return { of: 'text behind', start: comment.range.start };
  return { of: 'line', line, scopes: places.startingOn(line), fields: places.fieldsOn(line) };
}

function suppression(
  file: InspectedFile,
  comment: DirectiveComment,
  places: FilePlaces,
  cover: Suppression['cover'],
): Suppression {
  const { range, ids } = comment;
  const object = places.objectNear(range);
  const reach = cover.of === 'line' ? places.besides(object) : places.all;
  const without = (gone: readonly WrittenId[]): TextEdit[] => edits(file.text, comment, gone);
  return { ids, range, path: FieldPath.root, object, reach, cover, without };
}

function edits(text: string, { range, ids }: DirectiveComment, gone: readonly WrittenId[]): TextEdit[] {
  const goes = new Set(gone);
  const kept = ids.filter((id) => !goes.has(id));
  return kept.length > 0
    ? [{ range: rangeOfIds(ids), text: kept.map(({ id }) => id).join(', ') }]
    : [{ range: wholeComment(text, range), text: '' }];
}

/** With the blanks around it, and with its line if it has one for itself. */
function wholeComment(text: string, { start, end }: Range): Range {
  let from = start;
  while (isBlank(text[from - 1])) from--;
  let to = end;
  while (isBlank(text[to])) to++;
  const isAlone = from === 0 || /[\r\n\ufeff]/.test(text[from - 1]!);
  return { start: from, end: isAlone ? endOfLine(text, to) : to };
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
