import type { CodeLens } from 'vscode-languageserver-types';
import type { RootView } from '@podlint/engine';
import type { FileView } from '../../service/file-view.js';
import { isRefused } from '../verdict-words.js';
import { lensCommands } from './commands.js';
import type { LensCommands } from './lens.js';

/**
 * Above a kustomization that is built by itself, and above a file that builds take in without an object of its own in
 * them, such as a patch: what comes out, and what the server says to it.
 */
export function buildLenses(view: FileView, commands: LensCommands): CodeLens[] {
  const root = rootOf(view);
  const titles = root ? [buildWords(root)] : patchedBuilds(view).map(patchWords);
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const shown = { title: 'show what it builds', command: lensCommands.build, arguments: [view.uri, start] };
  if (titles.length === 0) return isLostPatch(view) ? [{ range, command: { title: lost, command: '' } }] : [];
  return [
    ...titles.slice(0, mostRoots).map((title) => ({ range, command: { title, command: '' } })),
    ...(commands !== 'for nobody' ? [{ range, command: shown }] : []),
  ];
}

/** More builds than these are no line to read. */
const mostRoots = 3;
const lost = 'a patch that no kustomization takes in';

function patchWords(root: RootView): string {
  return `in ${root.name}: ${buildWords(root)}`;
}

/** A patch that nothing takes in, or only what cannot be built. */
function isLostPatch({ roots, documents }: FileView): boolean {
  const objects = documents.flatMap((document) => document.objects);
  return roots.length === 0 && objects.length > 0 && objects.every(({ skipped }) => skipped === 'kustomize patch');
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

/** The builds that take in a file that makes none of their objects: it changes some, or a generator reads it. */
export function patchedBuilds({ path, roots }: FileView): readonly RootView[] {
  return roots.some(({ objects }) => objects.some(({ file }) => file === path)) ? [] : roots;
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
