import { FieldPath } from '@podlint/field-path';
import type { Range, TextEdit, YamlDocument } from '@podlint/syntax';
import type { InspectedFile } from '../verdict/inspected.js';
import { directiveComments, type DirectiveComment } from './comments.js';
import { rangeOfIds, type WrittenId } from './id-list.js';
import { fieldsOn, isInField, isInScope, scopesOf, type Scope } from './scopes.js';
import { openBehind, type OpenComments } from './open-comments.js';
import { names, type Suppression } from './suppression.js';

/** What the comments of a file hide, and the ends of suppressions that end none. */
export interface CommentSuppressions {
  readonly suppressions: readonly Suppression[];
  readonly needlessEnds: readonly Suppression[];
  /** Those of earlier parts of the text that still hold. */
  readonly inherited: readonly Suppression[];
  /** What speaks of the parts that follow, too. */
  readonly open: OpenComments;
}

/** `before`: what earlier parts of the text have left open; undefined where the file is all there is. */
export function commentSuppressions(file: InspectedFile, before: OpenComments | undefined): CommentSuppressions {
  const documents = [...new Set(file.objects.map(({ document }) => document))];
  const comments = directiveComments(file.text, documents);
  const open = before === undefined ? [] : openBehind(before, comments);
  const all = [...(before ?? []), ...comments];
  if (all.length === 0 || file.objects.length === 0) return { suppressions: [], needlessEnds: [], inherited: [], open };
  const scopes = scopesOf(file);
  const ends = all.filter(({ directive }) => directive === 'enable');
  const openings = all.filter(({ directive }) => directive === 'disable');
  const goesOn = (comment: DirectiveComment): boolean => open.some(({ ids }) => ids === comment.ids);
  const suppressionsOf = (some: readonly DirectiveComment[]): Suppression[] =>
    some.flatMap((comment) =>
      comment.directive === 'enable'
        ? []
        : [{ ...suppression(file, comment, coverage(file, comment, scopes, ends)), goesOn: goesOn(comment) }],
    );
  return {
    suppressions: suppressionsOf(comments),
    needlessEnds: ends
      .filter((end) => comments.includes(end) && !openings.some((opening) => closes(opening, end)))
      .map((end) => suppression(file, end, () => false)),
    inherited: suppressionsOf(before ?? []),
    open,
  };
}

function closes(opening: DirectiveComment, end: DirectiveComment): boolean {
  return (
    opening.range.start < end.range.start &&
    (end.ids.length === 0 || end.ids.some(({ id }) => names(opening, { code: id, formerly: [] })))
  );
}

type Covers = Suppression['covers'];

function coverage(
  file: InspectedFile,
  comment: DirectiveComment,
  scopes: readonly Scope[],
  ends: readonly DirectiveComment[],
): Covers {
  switch (comment.directive) {
    case 'disable-file':
      return () => true;
    case 'disable-line':
      return onLine(lineOf(file, comment), file, scopes);
    case 'disable-next-line':
      return onLine(nextContentLine(file, comment), file, scopes);
    default:
      return behind(comment, ends);
  }
}

/** What stands on the line, and what is in the container, object or field that starts on it. */
function onLine(line: number, file: InspectedFile, scopes: readonly Scope[]): Covers {
  const starting = scopes.filter(({ firstLine }) => firstLine === line);
  const fields = fieldsOn(line, file);
  return (found) =>
    found.line === line ||
    starting.some((scope) => isInScope(scope, found)) ||
    fields.some((field) => isInField(field, found));
}

/** From the comment to the end of the file, or to where the code is turned on again. */
function behind({ range }: DirectiveComment, ends: readonly DirectiveComment[]): Covers {
  return (found) =>
    range.start < found.range.start &&
    !ends.some((end) => range.start < end.range.start && end.range.start < found.range.start && names(end, found));
}

function lineOf({ lines }: InspectedFile, { range }: DirectiveComment): number {
  return lines.position(range.start).line;
}

const blankOrComment = /[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)/y;

/** Comments may be stacked, and long reasons go on for several lines. */
function nextContentLine(file: InspectedFile, comment: DirectiveComment): number {
  let line = lineOf(file, comment) + 1;
  blankOrComment.lastIndex = endOfLine(file.text, comment.range.end);
  while (blankOrComment.test(file.text)) line++;
  return line;
}

function endOfLine(text: string, offset: number): number {
  const end = /\r\n|\r|\n/g;
  end.lastIndex = offset;
  const found = end.exec(text);
  return found ? found.index + found[0].length : text.length;
}

function suppression(file: InspectedFile, comment: DirectiveComment, covers: Covers): Suppression {
  const { range, ids, directive } = comment;
  const object = objectNear(file, range);
  const isLocal = directive === 'disable-line' || directive === 'disable-next-line';
  const positions = [...file.objects.keys()];
  const reach = isLocal ? positions.filter((at) => documentOf(file, at) === documentOf(file, object)) : positions;
  const without = (gone: readonly WrittenId[]): TextEdit[] => edits(file.text, comment, gone);
  return { ids, range, path: FieldPath.root, object, reach, covers, without };
}

function documentOf({ objects }: InspectedFile, position: number): YamlDocument | undefined {
  return objects[position]?.document;
}

/** The object that the comment stands in, or else the next one of its document or below. */
function objectNear({ objects }: InspectedFile, { start }: Range): number {
  const inside = objects.findIndex(({ document, object }) => object && isInside(document.rangeOf(object.node), start));
  if (inside >= 0) return inside;
  const next = objects.findIndex(({ document }) => start < document.range.end);
  return next < 0 ? objects.length - 1 : next;
}

function isInside({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset < end;
}

function edits(text: string, { range, ids }: DirectiveComment, gone: readonly WrittenId[]): TextEdit[] {
  const kept = ids.filter((id) => !gone.includes(id));
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
