import type { Range } from '@podlint/syntax';
import type { Location } from 'vscode-languageserver-types';
import { toRange } from '../../place/ranges.js';
import type { FileView } from '../../service/file-view.js';
import type { Around } from './around.js';
import { placesNaming } from './mentions.js';
import type { Generator } from './taken-in.js';

export function locationOf(view: FileView, range: Range): Location {
  return { uri: view.uri, range: toRange(view.text, range) };
}

/** Where a generator is given its name. */
export function generatorLocation({ view, document, node }: Generator): Location {
  return locationOf(view, document.rangeOf(node));
}

export function generatorReferences(
  generator: Generator,
  declarations: 'included' | 'left out',
  around: Around,
): Location[] {
  return placesNaming(generator, around)
    .filter(({ role }) => role === 'reference' || declarations === 'included')
    .map(({ view, range }) => locationOf(view, range));
}
