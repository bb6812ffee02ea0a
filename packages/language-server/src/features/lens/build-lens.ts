import type { CodeLens } from 'vscode-languageserver-types';
import type { RootView } from '@podlint/engine';
import type { FileView } from '../../service/file-view.js';
import { isRefused } from '../verdict-words.js';
import { lensCommands } from './commands.js';
import type { LensCommands } from './lens.js';

/** Above a kustomization that is built by itself: what comes out, and what the server says to it. */
export function buildLenses(view: FileView, commands: LensCommands): CodeLens[] {
  const root = rootOf(view);
  if (!root) return [];
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const shown = { title: 'show what it builds', command: lensCommands.build, arguments: [view.uri, start] };
  return [
    { range, command: { title: buildWords(root), command: '' } },
    ...(commands !== 'for nobody' ? [{ range, command: shown }] : []),
  ];
}

/** Above a kustomization that is not built, because it takes in too much. */
export function tooLargeLenses(): CodeLens[] {
  const start = { line: 0, character: 0 };
  const title = 'takes in too many files to be built while you type: run podlint on its folder';
  return [{ range: { start, end: start }, command: { title, command: '' } }];
}

export function rootOf({ path, roots }: FileView): RootView | undefined {
  return roots.find(({ kustomization }) => kustomization === path);
}

/** `builds 14 objects: accepted`, `builds 3 objects: 1 refused, 1 not checked` */
function buildWords({ objects }: RootView): string {
  const refused = objects.filter(({ entry: { verdicts = {} } }) => isRefused(verdicts)).length;
  const unchecked = objects.filter(({ entry: { verdicts = {} } }) => Object.keys(verdicts).length === 0).length;
  const words = [
    ...(refused > 0 ? [`${refused} refused`] : unchecked < objects.length ? ['accepted'] : []),
    ...(unchecked > 0 ? [`${unchecked} not checked`] : []),
  ];
  const count = `builds ${objects.length} object${objects.length === 1 ? '' : 's'}`;
  return words.length === 0 ? count : `${count}: ${words.join(', ')}`;
}
