import { splitImage } from '@podlint/kustomize/file';
import type { NodeId } from '@podlint/syntax';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import { kustomizationValues } from '../../knowledge/kustomization.js';
import { objectsIn } from '../../names/objects.js';
import type { FileView } from '../../service/file-view.js';
import { knownWords } from '../completion/known-words.js';
import { Kind } from '../completion/proposal.js';
import type { Around } from './around.js';
import { fieldPathsIn } from './field-paths.js';
import { imagesIn } from './images.js';
import { pathsFor } from './path-values.js';
import { pathUse } from './paths.js';
import { textIn } from './place.js';
import { takenIn } from './taken-in.js';
import { candidatesFor, selected, selectorPart, type Candidate, type SelectorPart } from './targets.js';
import type { Value, ValuePlace } from './value-place.js';

/** The values that make sense there, the likeliest first. */
export function valuesAt(at: ValuePlace): Value[] {
  const { field, shape, view, around } = at;
  if (shape.type === 'flag') return ['true', 'false'].map((text) => ({ text, kind: Kind.constant }));
  const use = pathUse(at);
  if (use) return pathsFor(at, use);
  const part = selectorPart(field);
  if (part) return selectorValues(at, part);
  switch (field) {
    case 'Image.name':
      return fresh(at, imageValues(view, around));
    case 'Image.newName':
      return imageValues(view, around);
    case 'Replica.name':
      return fresh(at, workloads(candidatesFor(view, around)));
    case 'GeneratorArgs.type':
      return knownWords('core.v1.Secret', 'type', undefined).map((text) => ({ text, kind: Kind.enumMember }));
    case 'SourceSelector.fieldPath':
      return fieldPaths(at, at.place.mapping);
    case 'TargetSelector.fieldPaths':
      return fieldPaths(at, selectOf(at));
    case 'Kustomization.namespace':
      return namespaces(around);
    default:
      return words(at);
  }
}

function words({ field, place, keys }: ValuePlace): Value[] {
  const there = new Set(typeof keys.at(-1) === 'number' ? siblingTexts(place, keys) : []);
  return kustomizationValues(field).flatMap((text) => (there.has(text) ? [] : [{ text, kind: Kind.enumMember }]));
}

/** The other items of the list that a place is in. */
function siblingTexts({ document, root }: CursorPlace, keys: readonly (string | number)[]): string[] {
  const list = keys
    .slice(0, -1)
    .reduce<number | undefined>((node, key) => (node === undefined ? undefined : document.child(node, key)), root);
  if (list === undefined || document.kind(list) !== 'sequence') return [];
  return document.children(list).flatMap((item) => document.scalarText(item) ?? []);
}

/** Those that no other entry of the list has as its name. */
function fresh({ place: { document, root }, keys }: ValuePlace, values: readonly Value[]): Value[] {
  const list = typeof keys[0] === 'string' ? document.child(root, keys[0]) : undefined;
  const entries = list !== undefined && document.kind(list) === 'sequence' ? document.children(list) : [];
  const there = new Set(entries.map((entry) => textIn(document, entry, 'name')));
  return values.filter(({ text }) => !there.has(text));
}

function imageValues(view: FileView, around: Around): Value[] {
  const byName = new Map<string, Set<string>>();
  for (const { image, object } of imagesIn(takenIn(view, around))) {
    const { name } = splitImage(image);
    byName.set(name, (byName.get(name) ?? new Set()).add(`${object.kind} ${object.name ?? ''}`.trim()));
  }
  return [...byName]
    .map(([text, users]) => ({ text, kind: Kind.value, detail: [...users].join(', ') }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** The kinds that the built-in configuration sets replicas of (replicas.go). */
const scaled: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

export function isScaled({ kind }: Candidate): boolean {
  return scaled.has(kind);
}

function workloads(candidates: readonly Candidate[]): Value[] {
  return unique(candidates.filter(isScaled), 'name', ({ kind }) => kind);
}

function namespaces({ workspace }: Around): Value[] {
  // Only these files are read: in a large workspace the others take seconds.
  const files = [...workspace.files()].filter(({ text }) => text.getText().includes('Namespace'));
  const objects = files.flatMap((file) => [...objectsIn(file)]);
  const names = new Set(objects.flatMap(({ kind, name }) => (kind === 'Namespace' && name ? [name] : [])));
  return [...names].sort().map((text) => ({ text, kind: Kind.reference }));
}

/** What a part of a target can be so that, with its other parts, it means something. */
function selectorValues({ place: { document, mapping }, view, around }: ValuePlace, part: SelectorPart): Value[] {
  const fitting = selected(candidatesFor(view, around), (name) => textIn(document, mapping, name), part);
  return unique(fitting, part, ({ kind, name }) => (part === 'name' ? kind : `${kind} ${name}`));
}

/** The mapping that says which objects a replacement writes to. */
function selectOf({ place: { document, root }, keys }: ValuePlace): NodeId | undefined {
  const way = [...keys.slice(0, keys.lastIndexOf('fieldPaths')), 'select'];
  return way.reduce<NodeId | undefined>((at, key) => (at === undefined ? undefined : document.child(at, key)), root);
}

/** The values of the objects that a selector means, by their paths. */
function fieldPaths({ place: { document }, view, around }: ValuePlace, selector: NodeId | undefined): Value[] {
  if (selector === undefined) return [];
  const objects = selected(candidatesFor(view, around), (part) => textIn(document, selector, part));
  const found = new Map<string, string>();
  for (const { kind, name, json } of objects)
    for (const path of fieldPathsIn(json())) if (!found.has(path)) found.set(path, `${kind} ${name}`);
  return [...found].map(([text, detail]) => ({ text, kind: Kind.field, detail }));
}

function unique(
  candidates: readonly Candidate[],
  part: SelectorPart,
  detail: (candidate: Candidate) => string,
): Value[] {
  const found = new Map<string, Set<string>>();
  for (const candidate of candidates)
    if (candidate[part] !== '')
      found.set(candidate[part], (found.get(candidate[part]) ?? new Set()).add(detail(candidate)));
  return [...found].map(([text, details]) => ({ text, kind: Kind.reference, detail: shortList([...details]) }));
}

const mostNamed = 3;

function shortList(texts: readonly string[]): string {
  const shown = texts.slice(0, mostNamed).join(', ');
  return texts.length > mostNamed ? `${shown} and ${texts.length - mostNamed} more` : shown;
}
