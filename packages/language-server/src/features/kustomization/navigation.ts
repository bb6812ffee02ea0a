import type { Range } from '@podlint/syntax';
import type { DocumentLink, Location, WorkspaceEdit } from 'vscode-languageserver-types';
import { toRange } from '../../place/ranges.js';
import type { FileView } from '../../service/file-view.js';
import { uriOf } from '../../service/uris.js';
import type { Refusal, Renameable } from '../navigation/rename.js';
import type { Around } from './around.js';
import { imagesNamed } from './images.js';
import { generatorLocation, generatorReferences, locationOf } from './locations.js';
import { generatorAt } from './mentions.js';
import { folderOf, ledTo, namedPath, namedPaths, type Led } from './paths.js';
import { placeIn, textIn, type FieldPlace } from './place.js';
import { renameGenerator } from './rename-generator.js';
import { takenIn, type Generator } from './taken-in.js';
import { candidatesFor, selectedBy, targetAround, type Candidate } from './targets.js';
import { isScaled } from './values.js';

/** The files that a kustomization names; of a folder its kustomization. */
export function pathLinks(view: FileView, around: Around): DocumentLink[] {
  return namedPaths(view).flatMap(({ path, range }) => {
    const led = ledTo(folderOf(view.path), path, around);
    return led ? [{ range: toRange(view.text, range), target: uriOf(fileOf(led)), tooltip: `Open ${path}` }] : [];
  });
}

function fileOf(led: Led): string {
  return led.what === 'folder' ? led.kustomization : led.path;
}

const start: Location['range'] = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where what is named at an offset is: a file, the objects that a target means, the generator of a name. */
export function definitionFrom(view: FileView, offset: number, around: Around): Location[] {
  const place = placeIn(view, offset);
  if (!place || place.on === 'key') return [];
  const path = namedPath(place);
  if (path) {
    const led = ledTo(folderOf(view.path), path.path, around);
    return led ? [{ uri: uriOf(fileOf(led)), range: start }] : [];
  }
  const generator = generatorAt(view, place, around);
  if (generator) return [generatorLocation(generator)];
  return objectsMeant(view, place, around).map((candidate) => locationOf(candidate.view, candidate.range));
}

/** What a target or an entry of `replicas` means. */
export function objectsMeant(view: FileView, place: FieldPlace, around: Around): Candidate[] {
  const target = targetAround(place);
  const candidates = candidatesFor(view, around);
  if (target !== undefined) return selectedBy(place, target, candidates);
  if (place.field !== 'Replica.name') return [];
  const name = place.document.scalarText(place.node);
  return candidates.filter((candidate) => isScaled(candidate) && candidate.name === name);
}

/** Where what is named at an offset is used: the images of an entry, the name of what a generator makes. */
export function referencesFrom(
  view: FileView,
  offset: number,
  declarations: 'included' | 'left out',
  around: Around,
): Location[] {
  const place = placeIn(view, offset);
  if (!place || place.on === 'key') return [];
  const { document, node, field } = place;
  if (field.startsWith('Image.')) {
    const name = textIn(document, document.parent(node), 'name');
    return imagesNamed(name, takenIn(view, around)).map(({ object, range }) => locationOf(object.file, range));
  }
  const generator = generatorAt(view, place, around);
  return generator
    ? generatorReferences(generator, declarations, around)
    : objectsMeant(view, place, around).map((candidate) => locationOf(candidate.view, candidate.range));
}

export function prepareRenameIn(view: FileView, offset: number, around: Around): Renameable | Refusal {
  const found = renameable(view, offset, around);
  return 'refused' in found
    ? found
    : { range: toRange(view.text, insideQuotes(found.place)), placeholder: found.generator.name };
}

export function renameIn(view: FileView, offset: number, newName: string, around: Around): WorkspaceEdit | Refusal {
  const found = renameable(view, offset, around);
  return 'refused' in found ? found : renameGenerator(found.generator, newName, around);
}

function renameable(
  view: FileView,
  offset: number,
  around: Around,
): { readonly place: FieldPlace; readonly generator: Generator } | Refusal {
  const place = placeIn(view, offset);
  const generator = place?.on === 'value' ? generatorAt(view, place, around) : undefined;
  if (place && generator) return { place, generator };
  return {
    refused:
      'There is no name here that can be changed. What can be renamed in a kustomization: what configMapGenerator and secretGenerator make.',
  };
}

function insideQuotes({ document, node }: FieldPlace): Range {
  const { start: from, end } = document.rangeOf(node);
  const quotes = document.style(node).endsWith('quoted') ? 1 : 0;
  return { start: from + quotes, end: end - quotes };
}
