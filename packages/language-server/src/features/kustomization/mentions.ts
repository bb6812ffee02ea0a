import {
  replaceScalar,
  type NodeId,
  type Range,
  type TextEdit as SourceEdit,
  type YamlDocument,
} from '@podlint/syntax';
import { mentionsIn } from '../../names/mentions.js';
import { objectsIn, type PlacedObject } from '../../names/objects.js';
import type { FileView } from '../../service/file-view.js';
import { uriOf } from '../../service/uris.js';
import type { Around } from './around.js';
import { inlineObjects, type InlineObject } from './inline.js';
import { isKustomization } from './which.js';
import { documentOf, placesIn, textIn, type FieldPlace } from './place.js';
import { generatorsIn, takenIn, type Generator, type TakenIn } from './taken-in.js';
import { targetAround } from './targets.js';

/** A place that names what a generator makes. */
export interface NamedPlace {
  readonly view: FileView;
  /** Of the name, with its quotes. */
  readonly range: Range;
  readonly role: 'definition' | 'reference';
  /** What gives the place another name. */
  readonly edits: (newName: string) => readonly SourceEdit[];
}

/**
 * The generator whose name is at a place: that of the entry itself, or the one that a target, a source or a var names in
 * plain words.
 */
export function generatorAt(view: FileView, place: FieldPlace, around: Around): Generator | undefined {
  const { document, node, field } = place;
  const own =
    field === 'GeneratorArgs.name' ? generatorsIn(view).find((generator) => generator.node === node) : undefined;
  if (own?.makes === 'new') return own;
  const target = targetAround(place);
  const kind = own?.kind ?? (field.endsWith('.name') ? textIn(document, target, 'kind') : '');
  const name = own?.name ?? (target === undefined ? '' : textIn(document, target, 'name'));
  if (kind === '' || name === '') return undefined;
  return takenIn(view, around)
    .kustomizations.flatMap(generatorsIn)
    .find((generator) => generator.makes === 'new' && generator.kind === kind && generator.name === name);
}

/** Every place that names what a generator makes, in the kustomizations that it gets into. */
export function placesNaming(generator: Generator, around: Around): NamedPlace[] {
  const { kustomizations, files, patches } = reachOf(generator, around);
  return [
    ...kustomizations.flatMap((view) => inKustomization(view, generator)),
    ...[...files, ...patches].flatMap((view) => inObjects(view, generator)),
  ];
}

/**
 * What the kustomization of a generator takes in, and what those take in that it gets into. Where another one makes an
 * object of that name, only the former: which of the two is meant further up depends on prefixes and namespaces.
 */
function reachOf({ view, kind, name }: Generator, around: Around): TakenIn {
  const own = takenIn(view, around);
  const all = kustomizationsAround(view, around).map((other) => takenIn(other, around));
  const takers = all.filter(({ kustomizations }) => kustomizations.includes(view));
  const [kustomizations, files, patches] = [
    unique([own, ...takers].flatMap((taken) => taken.kustomizations)),
    unique([own, ...takers].flatMap((taken) => taken.files)),
    unique([own, ...takers].flatMap((taken) => taken.patches)),
  ];
  const makers = kustomizations
    .flatMap(generatorsIn)
    .filter((other) => isNew(other) && other.kind === kind && other.name === name);
  const written = files
    .flatMap((file) => [...objectsIn(file)])
    .filter((object) => object.kind === kind && object.name === name);
  return makers.length + written.length > 1 ? own : { kustomizations, files, patches };
}

function isNew({ makes }: Generator): boolean {
  return makes === 'new';
}

export function kustomizationsAround(view: FileView, around: Around): FileView[] {
  const near = around.kustomizationsNear(view.path).flatMap((path) => around.workspace.anyFile(uriOf(path)) ?? []);
  return unique([...near, ...around.workspace.files()].filter(isKustomization));
}

function inKustomization(view: FileView, generator: Generator): NamedPlace[] {
  if (!view.text.getText().includes(generator.name)) return [];
  const { kind, name } = generator;
  const document = documentOf(view);
  if (!document) return [];
  const entries = generatorsIn(view).flatMap((entry): NamedPlace[] =>
    entry.kind === kind && entry.name === name
      ? [
          named(
            view,
            document,
            entry.node,
            entry.view === generator.view && entry.node === generator.node ? 'definition' : 'reference',
          ),
        ]
      : [],
  );
  const targets = placesIn(view).flatMap((place): NamedPlace[] => {
    const target = place.field.endsWith('.name') ? targetAround(place) : undefined;
    const isMeant =
      target !== undefined && document.scalarText(place.node) === name && textIn(document, target, 'kind') === kind;
    return isMeant ? [named(view, document, place.node, 'reference')] : [];
  });
  const inline = inlineObjects(view).flatMap(({ object, outside }) => inObject(object, generator, outside));
  return [...entries, ...targets, ...inline];
}

function inObjects(view: FileView, generator: Generator): NamedPlace[] {
  // Most files say nothing of it, and need not be walked through.
  if (!view.text.getText().includes(generator.name)) return [];
  return [...objectsIn(view)].flatMap((object) => inObject(object, generator, (range) => range));
}

/** A patch has the name of what it changes, so that what gives a name elsewhere is one more reference here. */
function inObject(object: PlacedObject, generator: Generator, outside: InlineObject['outside']): NamedPlace[] {
  const { kind, name, namespace } = generator;
  const { document, file: view } = object;
  const written = object.object.namespace;
  if (namespace !== '' && written !== undefined && written !== namespace) return [];
  const meant = mentionsIn(object).filter(
    (mention) => mention.what === 'object' && mention.kind === kind && mention.name === name,
  );
  return meant.map(({ node, range }) => ({
    view,
    range: outside(range),
    role: 'reference',
    edits: (newName) =>
      (replaceScalar(document, node, newName) ?? []).map((edit) => ({ range: outside(edit.range), text: edit.text })),
  }));
}

function named(view: FileView, document: YamlDocument, node: NodeId, role: NamedPlace['role']): NamedPlace {
  return {
    view,
    range: document.rangeOf(node),
    role,
    edits: (newName) => replaceScalar(document, node, newName) ?? [],
  };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
