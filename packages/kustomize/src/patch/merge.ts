import { demandKind, fieldOf, fieldsOf, keepField, setFoundField } from '../node/fields.js';
import { isPresent, Kind, Tag, valueOf, YNode } from '../node/node.js';
import type { KindSchemas, MergeSchema } from '../schema/merge-schema.js';
import { takeDirective } from './directive.js';
import { mergeList } from './merge-list.js';

/** A null of the object that the patch does not speak of: it stays (rnode.go, MakePersistentNullNode). */
class KeptNull extends YNode {}

/**
 * Applies a strategic merge patch to an object, in place (merge2.go, Merge; walk.go, Walker). Parts of the patch become
 * parts of the object. Undefined: nothing is left of it.
 */
export function mergePatch(dest: YNode, patch: YNode, kinds: KindSchemas): YNode | undefined {
  return mergeNodes(dest, patch, undefined, kinds);
}

/** One step of the walk. Undefined: the field goes. */
function mergeNodes(
  dest: YNode | undefined,
  patch: YNode | undefined,
  known: MergeSchema | undefined,
  kinds: KindSchemas,
): YNode | undefined {
  const schema = known ?? schemaOf(dest, kinds) ?? schemaOf(patch, kinds);
  const kind = isPresent(dest) ? dest.kind : isPresent(patch) ? patch.kind : Kind.none;
  switch (kind) {
    case Kind.mapping:
      demandKind(patch, Kind.mapping);
      return mergeMaps(dest, patch, schema, kinds);
    case Kind.sequence:
      demandKind(patch, Kind.sequence);
      if (!schema?.mergeKeys) return patch ?? dest;
      return mergeLists(dest, patch, schema, kinds);
    case Kind.scalar:
      demandKind(patch, Kind.scalar);
      return patch ?? dest;
    case Kind.none:
      return mergeMaps(dest, patch, schema, kinds);
    default:
      return undefined;
  }
}

/** The schema of an object inside another one that says what it is. */
function schemaOf(node: YNode | undefined, kinds: KindSchemas): MergeSchema | undefined {
  if (node?.kind !== Kind.mapping) return undefined;
  const kind = valueOf(fieldOf(node, 'kind'));
  const apiVersion = valueOf(fieldOf(node, 'apiVersion'));
  return kind === '' || apiVersion === '' ? undefined : kinds.schemaOf(apiVersion, kind);
}

function mergeMaps(
  dest: YNode | undefined,
  patch: YNode | undefined,
  schema: MergeSchema | undefined,
  kinds: KindSchemas,
): YNode | undefined {
  const into = chooseMap(dest, patch);
  if (!into) return undefined;
  // Once for all: a map may have thousands of fields, and thousands of patches.
  const [own, patched] = [fieldsOf(into), fieldsOf(patch)];
  for (const name of [...new Set([...own.keys(), ...patched.keys()])].sort()) {
    const [field, change] = [own.get(name)?.value, patched.get(name)];
    const value = mergeNodes(field, change?.value, schema?.field(name), kinds);
    demandKind(into, Kind.mapping);
    if (value instanceof KeptNull) keepField(into, name, field, value);
    else setFoundField(into, name, field, value, undefined, change?.key.style);
  }
  return into;
}

/** The map that goes on (merge2.go, VisitMap). */
function chooseMap(dest: YNode | undefined, patch: YNode | undefined): YNode | undefined {
  takeStyle(dest, patch);
  if (!isPresent(dest)) return chooseWithoutDest(dest, patch);
  if (patch?.tag === Tag.null) return undefined;
  return chosen(dest, patch);
}

function chooseWithoutDest(dest: YNode | undefined, patch: YNode | undefined): YNode | undefined {
  const hasDirective = patch?.kind === Kind.mapping || patch?.kind === Kind.sequence;
  if (hasDirective && directiveOrMerge(patch) === 'delete') return undefined;
  return !patch && dest && dest.value !== '' ? keptNull(dest) : patch;
}

/** Where there is nothing to patch, an unknown directive is let pass. */
function directiveOrMerge(patch: YNode): string {
  const word = patch.kind === Kind.mapping ? fieldOf(patch, '$patch')?.value : undefined;
  return word === undefined || ['merge', 'replace', 'delete'].includes(word) ? takeDirective(patch) : 'merge';
}

function keptNull(node: YNode): KeptNull {
  const kept = new KeptNull(Kind.scalar, Tag.null, node.value);
  kept.place = node.place;
  kept.steps = node.steps;
  return kept;
}

function mergeLists(
  dest: YNode | undefined,
  patch: YNode | undefined,
  schema: MergeSchema,
  kinds: KindSchemas,
): YNode | undefined {
  const into = chooseList(dest, patch);
  if (!into) return undefined;
  return mergeList(into, patch, schema, (item, patched) => mergeNodes(item, patched, schema.elements(), kinds));
}

/** The list that goes on (merge2.go, VisitList). */
function chooseList(dest: YNode | undefined, patch: YNode | undefined): YNode | undefined {
  takeStyle(dest, patch);
  if (!isPresent(dest)) return patch;
  if (patch?.tag === Tag.null) return undefined;
  return chosen(dest, patch);
}

function chosen(dest: YNode, patch: YNode | undefined): YNode | undefined {
  switch (takeDirective(patch)) {
    case 'delete':
      return undefined;
    case 'replace':
      return patch;
    default:
      return dest;
  }
}

/** An empty collection takes over the style of the patch (merge2.go, SetStyle). */
function takeStyle(dest: YNode | undefined, patch: YNode | undefined): void {
  if (dest && patch && dest.kind !== Kind.scalar && dest.content.length === 0) dest.style = patch.style;
}
