import type { Hover } from 'vscode-languageserver-types';
import { fieldWords } from '../../knowledge/kustomization.js';
import { toRange } from '../../place/ranges.js';
import type { FileView } from '../../service/file-view.js';
import { findingParts } from '../hover/finding-parts.js';
import { code, joined, plain } from '../hover/markdown.js';
import type { Around } from './around.js';
import { imagesNamed } from './images.js';
import { generatorAt, placesNaming } from './mentions.js';
import { objectsMeant } from './navigation.js';
import { allObjectsIn } from './objects.js';
import { folderOf, ledTo, namedPath, type Led } from './paths.js';
import { documentOf, placeIn, textIn, type FieldPlace } from './place.js';
import { shapeWords } from './shape-words.js';
import { candidatesFor, targetAround } from './targets.js';
import { takenIn } from './taken-in.js';

/** What is to be known about the field or value at an offset of a kustomization. */
export function hoverKustomization(view: FileView, offset: number, around: Around): Hover | undefined {
  const place = placeIn(view, offset);
  const parts = [...findingParts(view, offset), ...(place ? partsAt(view, place, around) : [])];
  if (parts.length === 0) return undefined;
  return { contents: { kind: 'markdown', value: joined(parts) }, ...(place && { range: rangeOf(view, place) }) };
}

function partsAt(view: FileView, place: FieldPlace, around: Around): string[] {
  const { document, node, on } = place;
  if (on === 'value' && document.kind(node) !== 'scalar') return [];
  return [...(on === 'value' ? valueParts(view, place, around) : []), ...fieldParts(place)];
}

function fieldParts({ field, shape, keys }: FieldPlace): string[] {
  const words = fieldWords(field);
  if (!words) return [];
  const name = field.slice(field.indexOf('.') + 1);
  const isItself = typeof keys.at(-1) === 'string' && String(keys.at(-1)).toLowerCase() === name.toLowerCase();
  const head = isItself ? `**${name}** ${code(shapeWords(shape))}` : `**${name}**`;
  const old = words.instead === undefined ? [] : [`Deprecated: ${code(words.instead)} takes its place.`];
  return [head, words.words, ...old];
}

function valueParts(view: FileView, place: FieldPlace, around: Around): string[] {
  const path = namedPath(place);
  if (path) {
    const led = ledTo(folderOf(view.path), path.path, around);
    return led ? ledParts(led, around) : [];
  }
  if (place.field.startsWith('Image.')) return imageParts(view, place, around);
  const generator = generatorAt(view, place, around);
  if (generator) {
    const users = placesNaming(generator, around).filter(({ role }) => role === 'reference');
    const places = users.map(
      (user) =>
        `${user.view.path.slice(user.view.path.lastIndexOf('/') + 1)}:${user.view.text.positionAt(user.range.start).line + 1}`,
    );
    return [places.length === 0 ? `No file here names this ${generator.kind}.` : listOf('Named by', places)];
  }
  if (targetAround(place) === undefined && place.field !== 'Replica.name') return [];
  const meant = objectsMeant(view, place, around);
  if (meant.length > 0)
    return [
      listOf(
        'Means',
        meant.map(({ kind, name }) => `${kind} ${name}`),
      ),
    ];
  return candidatesFor(view, around).length === 0 ? [] : ['Means none of the objects in the files here.'];
}

function ledParts(led: Led, around: Around): string[] {
  if (!led.view) return [];
  if (led.what === 'folder') {
    const document = documentOf(led.view);
    const kind =
      document && textIn(document, document.root, 'kind') === 'Component' ? 'A component' : 'A kustomization';
    const objects = candidatesFor(led.view, around).map((object) => `${object.kind} ${object.name}`);
    return [objects.length === 0 ? `${kind}.` : listOf(`${kind} with`, objects)];
  }
  const objects = allObjectsIn(led.view).flatMap(({ kind, name = '' }) =>
    kind === '' ? [] : [`${kind} ${name}`.trim()],
  );
  return objects.length === 0 ? [] : [listOf('', objects)];
}

function imageParts(view: FileView, { document, node }: FieldPlace, around: Around): string[] {
  const name = textIn(document, document.parent(node), 'name');
  const taken = takenIn(view, around);
  const users = new Set(
    imagesNamed(name, taken).map(({ object, image }) => `${object.kind} ${object.name ?? ''}: ${image}`),
  );
  if (users.size > 0) return [listOf('Used by', [...users])];
  return taken.files.length === 0 ? [] : ['No object in the files here uses this image.'];
}

const mostNamed = 10;

/** A list, of which as many lines are shown as one reads. */
function listOf(intro: string, texts: readonly string[]): string {
  const [first, ...rest] = texts;
  if (first !== undefined && rest.length === 0) return `${intro} ${plain(first)}`.trim();
  const lines = texts.slice(0, mostNamed).map((text) => `- ${plain(text)}`);
  const more = texts.length > mostNamed ? [`- and ${texts.length - mostNamed} more`] : [];
  return [...(intro === '' ? [] : [`${intro}:`, '']), ...lines, ...more].join('\n');
}

function rangeOf({ text }: FileView, { document, node, on }: FieldPlace): Hover['range'] & object {
  return toRange(text, (on === 'key' ? document.keyRange(node) : undefined) ?? document.rangeOf(node));
}
