import type { CodeLens, InlayHint, Position, Range } from 'vscode-languageserver-types';
import type { Earlier } from '../service/earlier.js';
import type { FileView, LanguageService } from '../service/index.js';
import { inlayHints } from './inlay-hints/hints.js';
import type { HintKind } from './inlay-hints/kinds.js';
import { codeLenses } from './lens/lens.js';
import { statusOf, type Status } from './status.js';

// What an editor shows beside a text stays while somebody types in it, until the text can be read again.

export function calmStatus(file: FileView, service: LanguageService): Status {
  return statusOf(service.earlier(file.uri)?.view ?? file);
}

export function calmLenses(
  file: FileView,
  service: LanguageService,
  commands: Parameters<typeof codeLenses>[1],
): CodeLens[] {
  const earlier = service.earlier(file.uri);
  const now = codeLenses(file, commands);
  if (!earlier) return now;
  const kept = now.filter(({ range }) => !earlier.isUnreadable(file.text.offsetAt(range.start)));
  const stays = codeLenses(earlier.view, commands).flatMap((lens) => {
    if (!earlier.speaksAt(earlier.view.text.offsetAt(lens.range.start))) return [];
    return movedLens(lens, movedRange(lens.range, earlier, file));
  });
  return [...kept, ...stays];
}

/** What it does is done at the place where it stands. */
function movedLens({ command, ...lens }: CodeLens, range: Range): CodeLens {
  if (!command?.arguments) return { ...lens, range, ...(command && { command }) };
  const [uri] = command.arguments as readonly unknown[];
  return { ...lens, range, command: { ...command, arguments: [uri, range.start] } };
}

export function calmHints(
  file: FileView,
  service: LanguageService,
  range: Range,
  kinds: readonly HintKind[] | undefined,
): InlayHint[] {
  const wanted = { start: file.text.offsetAt(range.start), end: file.text.offsetAt(range.end) };
  const earlier = service.earlier(file.uri);
  const now = inlayHints(file, wanted, kinds);
  if (!earlier) return now;
  const kept = now.filter(({ position }) => !earlier.isUnreadable(file.text.offsetAt(position)));
  const before = { start: earlier.before(wanted.start), end: earlier.before(wanted.end) };
  const stays = inlayHints(earlier.view, before, kinds).flatMap((hint) => {
    const position = movedPosition(hint.position, earlier, file);
    return position ? { ...hint, position } : [];
  });
  return [...kept, ...stays];
}

/** Undefined: it stands in a document that can be read, or in what is being changed. */
function movedPosition(position: Position, earlier: Earlier, file: FileView): Position | undefined {
  const offset = earlier.view.text.offsetAt(position);
  if (!earlier.speaksAt(offset)) return undefined;
  return file.text.positionAt(earlier.moved({ start: offset, end: offset }).start);
}

function movedRange(range: Range, earlier: Earlier, file: FileView): Range {
  const { text } = earlier.view;
  const moved = earlier.moved({ start: text.offsetAt(range.start), end: text.offsetAt(range.end) });
  return { start: file.text.positionAt(moved.start), end: file.text.positionAt(moved.end) };
}
