import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { FieldSpec } from '../config/field-spec.js';
import { demandKind, fieldOf, setField, setScalar } from '../node/fields.js';
import { isPresent, Kind, scalarNode, Tag, valueOf, type YNode } from '../node/node.js';
import { lookupPart, splitPath } from '../node/path.js';
import type { Place, Step } from '../origin/place.js';
import { parseApiVersion } from '../resource/gvk.js';

/** What is made where a row says that the field is to be created. */
export interface Creation {
  readonly kind: Kind;
  readonly tag: string;
}

type Setter = (node: YNode) => void;

/** Calls the setter for the nodes at a row's path, if the row speaks of this kind (filters/fieldspec/fieldspec.go). */
export function filterField(object: YNode, spec: FieldSpec, set: Setter, creation?: Creation): void {
  if (!speaksOf(spec, object)) return;
  filterPath(object, partsOf(spec.path), 0, { set, creation: spec.create ? creation : undefined });
}

export function filterFields(object: YNode, specs: readonly FieldSpec[], set: Setter, creation?: Creation): void {
  for (const spec of specs) filterField(object, spec, set, creation);
}

const known = new Map<string, readonly string[]>();
/** Far more than the rows of any configuration; what a build asks for beyond that is split each time. */
const mostKnown = 4096;

/** Each row is asked of each object. */
function partsOf(path: string): readonly string[] {
  const parts = known.get(path) ?? splitPath(path, '/');
  if (known.size < mostKnown) known.set(path, parts);
  return parts;
}

function speaksOf({ group, version, kind }: FieldSpec, object: YNode): boolean {
  if (kind && valueText(object, 'kind') !== kind) return false;
  if (!group && !version) return true;
  const own = parseApiVersion(valueText(object, 'apiVersion'));
  return (!group || own.group === group) && (!version || own.version === version);
}

function valueText(object: YNode, name: string): string {
  return fieldOf(object, name)?.value ?? '';
}

interface Filter {
  readonly set: Setter;
  readonly creation: Creation | undefined;
}

function filterPath(node: YNode, path: readonly string[], at: number, filter: Filter): void {
  if (at === path.length) {
    filter.set(node);
    return;
  }
  if (!isPresent(node)) return;
  if (node.kind === Kind.sequence) for (const item of node.content) filterPath(item, path, at, filter);
  else if (node.kind === Kind.mapping) filterMap(node, path, at, filter);
  else throw new BuildFailure('field-type', says['path-through-scalar']({ path: path.join('/') }), node.place);
}

function filterMap(node: YNode, path: readonly string[], at: number, filter: Filter): void {
  const part = path[at]!;
  const isList = part.endsWith('[]');
  const name = isList ? part.slice(0, -2) : part;
  if (name === '') throw new BuildFailure('field-type', says['empty-path-part'](), node.place);
  const making = isList ? undefined : creationAt(filter.creation, at === path.length - 1);
  const field = lookupPart(node, name, making?.kind);
  if (!field) return;
  if (field.tag === Tag.null && (making || isList)) {
    field.kind = making ? making.kind : Kind.sequence;
    field.tag = making ? making.tag : Tag.none;
  }
  filterPath(field, path, at + 1, filter);
}

function creationAt(creation: Creation | undefined, isLast: boolean): Creation | undefined {
  return creation && !isLast ? { kind: Kind.mapping, tag: Tag.map } : creation;
}

/** Sets a scalar to a text that a file holds (filtersutil/setters.go, SetScalar). */
export function textSetter(value: string, tag: string, step: Step, place: Place | undefined): Setter {
  return (node) => setScalar(node, placed(scalarNode(value, tag), place), step);
}

/** As textSetter, but only where nothing is set yet (SetEntryIfEmpty). */
export function unsetOnly(set: Setter): Setter {
  return (node) => {
    if (node.kind !== Kind.scalar || valueOf(node) === '') set(node);
  };
}

/** What is made to hold entries. */
export const entryCreation: Creation = { kind: Kind.mapping, tag: Tag.map };

/**
 * Sets an entry of a map. The same node is put into every map that the setter meets, as upstream does: a later change
 * of one is a change of all.
 */
export function entrySetter(name: string, value: string, step: Step, place: Place | undefined): Setter {
  const entry = placed(scalarNode(value, Tag.string), place);
  return (node) => {
    demandKind(node, Kind.mapping);
    if (isPresent(node)) setField(node, name, entry, step);
  };
}

function placed(node: YNode, place: Place | undefined): YNode {
  node.place = place;
  return node;
}
