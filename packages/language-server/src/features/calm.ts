import type { CodeLens, InlayHint, Position, Range } from 'vscode-languageserver-types';
import type { FileView, LanguageService } from '../service/index.js';
import { inlayHints, type HintOptions } from './inlay-hints/hints.js';
import { codeLenses } from './lens/lens.js';
import { statusOf, type Status } from './status.js';

// What an editor shows beside a text stays while somebody types in it, until the text can be read again.

/** The file as it could be read last, and a place of the present text in it. */
export function calmPlace(
  file: FileView,
  service: LanguageService,
  position: Position | undefined,
): { readonly file: FileView; readonly position: Position | undefined } {
  const earlier = service.earlier(file.uri);
  if (!earlier) return { file, position };
  const { view } = earlier;
  return { file: view, position: position && view.text.positionAt(earlier.before(at(position)).start) };
}

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
  const kept = now.filter(({ range }) => !earlier.isUnreadable(range));
  const stays = codeLenses(earlier.view, commands).flatMap((lens) => {
    const moved = earlier.moved(lens.range);
    return moved ? movedLens(lens, moved.range) : [];
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
  options: HintOptions = {},
): InlayHint[] {
  const wanted = { start: file.text.offsetAt(range.start), end: file.text.offsetAt(range.end) };
  const earlier = service.earlier(file.uri);
  const now = inlayHints(file, wanted, options);
  if (!earlier) return now;
  const kept = now.filter(({ position }) => !earlier.isUnreadable(at(position)));
  const stays = inlayHints(earlier.view, earlier.before(range), options).flatMap((hint) => {
    const moved = earlier.moved(at(hint.position));
    return moved ? { ...hint, position: moved.range.start } : [];
  });
  return [...kept, ...stays];
}

function at(position: Position): Range {
  return { start: position, end: position };
}
