import { says } from '../messages.js';
import type { JsonValue } from '@podlint/syntax';
import { BuildFailure, Missing } from '../errors.js';
import type { FieldSpec } from '../config/field-spec.js';
import { isString, Kind, scalarNode, stringNode, Tag, YNode } from '../node/node.js';
import { lookup, splitFieldPath } from '../node/path.js';
import { toJson } from '../node/to-json.js';
import type { Place, Step } from '../origin/place.js';
import type { Var } from '../read/entries.js';
import { parseApiVersion } from '../resource/gvk.js';
import { sameGvkAndName, sameId, idText, type ResId } from '../resource/res-id.js';
import type { Resource } from '../resource/resource.js';
import type { ResourceMap } from '../resource/resource-map.js';
import { filterField } from '../transform/field-filter.js';
import { expandVars, type VarValue } from './expand.js';

/** A var with the place where it is defined. */
export interface PlacedVar {
  readonly name: string;
  readonly target: ResId;
  readonly fieldPath: string;
  readonly place: Place | undefined;
}

export function placedVar({ name, objref, fieldref }: Var, place: Place | undefined): PlacedVar {
  const { apiVersion, kind } = objref;
  const parts = apiVersion.split('/');
  const own = { group: objref.group, version: objref.version };
  const gvk =
    apiVersion === '' || parts.length > 2 ? own : { ...own, ...withoutEmpty(parseApiVersion(apiVersion), parts) };
  return {
    name,
    target: { gvk: { ...gvk, kind }, name: objref.name, namespace: objref.namespace, isClusterScoped: false },
    fieldPath: fieldref.fieldPath || 'metadata.name',
    place,
  };
}

/** Without a slash the API version leaves the group as it is (var.go, GVK). */
function withoutEmpty(
  { group, version }: { group: string; version: string },
  parts: readonly string[],
): { group?: string; version: string } {
  return parts.length === 2 ? { group, version } : { version };
}

/** Notes at the objects which vars take their value from (resaccumulator.go, MergeVars). */
export function attachVars(map: ResourceMap, vars: readonly PlacedVar[]): void {
  if (vars.length === 0) return;
  const byName = resourcesByName(map.list);
  for (const { name, target, place } of vars) {
    const equals = target.namespace === '' ? sameGvkAndName : sameId;
    const matches = (byName.get(target.name) ?? []).filter((resource) =>
      idsOf(resource).some((id) => equals(target, id)),
    );
    if (matches.length > 1) throw new BuildFailure('var', says['var-objects']({ name, count: matches.length }), place);
    matches[0]?.varNames.push(name);
  }
}

function idsOf(resource: Resource): readonly ResId[] {
  return resource.isEmpty ? [] : [...resource.previousIds, resource.id];
}

/** Objects by each name that they have and had, in their order. */
function resourcesByName(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const byName = new Map<string, Resource[]>();
  for (const resource of resources)
    for (const name of new Set(idsOf(resource).map((id) => id.name)))
      byName.set(name, pushed(byName.get(name) ?? [], resource));
  return byName;
}

function pushed<T>(list: T[], item: T): T[] {
  list.push(item);
  return list;
}

export function addVars(known: Map<string, PlacedVar>, vars: Iterable<PlacedVar>): void {
  for (const added of vars) {
    if (known.has(added.name)) throw new BuildFailure('var', says['var-twice']({ name: added.name }), added.place);
    known.set(added.name, added);
  }
}

/** Puts the values of vars into the fields that may hold them; what was never used is returned. */
export function resolveVars(
  map: ResourceMap,
  vars: ReadonlyMap<string, PlacedVar>,
  specs: readonly FieldSpec[],
  step: Step,
): string[] {
  if (vars.size === 0) return [];
  const sorted = [...vars.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const values = new Map<string, JsonValue>();
  const sources = sourcesByVar(map.list);
  for (const at of sorted) map.attempt(() => void values.set(at.name, valueOfVar(at, sources.get(at.name))));
  const used = new Set<string>();
  const valueOf = (name: string): VarValue | undefined => {
    const value = values.get(name);
    if (value === undefined || typeof value === 'object') return undefined;
    used.add(name);
    return value;
  };
  for (const { node } of [...map.list])
    for (const spec of specs) filterField(node, spec, (field) => replaceVars(field, valueOf, step));
  return sorted.flatMap(({ name }) => (used.has(name) ? [] : [name]));
}

/** The first object that each var takes its value from. */
function sourcesByVar(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  const sources = new Map<string, Resource>();
  for (const resource of resources)
    for (const name of resource.varNames) if (!sources.has(name)) sources.set(name, resource);
  return sources;
}

function valueOfVar({ name, target, fieldPath, place }: PlacedVar, resource: Resource | undefined): JsonValue {
  if (!resource) throw new Missing('var', says['var-object']({ name, object: idText(target) }), place);
  const path = splitFieldPath(fieldPath).flatMap(splitIndex);
  const value = found(() => {
    const field = lookup(resource.node, path);
    return field && (field.kind === Kind.scalar ? scalarValue(field) : toJson(field));
  });
  if (value === undefined) throw new BuildFailure('var', says['var-field']({ name, path: fieldPath }), place);
  return value;
}

function found(run: () => JsonValue | undefined): JsonValue | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof BuildFailure) return undefined;
    throw error;
  }
}

/** `name[0]` is two steps (rnode.go, convertSliceIndex). */
function splitIndex(part: string): string[] {
  const match = /^(.*)\[(\d+)\]$/.exec(part);
  return match ? [match[1]!, match[2]!].filter(Boolean) : [part];
}

/** The value by its tag alone (rnode.go, GetFieldValue). */
function scalarValue({ tag, value }: YNode): JsonValue | undefined {
  if (tag === Tag.int) return /^[-+]?\d+$/.test(value) ? Number(value) : undefined;
  if (tag === Tag.float) return Number(value);
  if (tag === Tag.bool) return /^(?:1|t|T|true|TRUE|True)$/.test(value);
  return value;
}

function replaceVars(node: YNode, valueOf: (name: string) => VarValue | undefined, step: Step): void {
  switch (node.kind) {
    case Kind.scalar:
      if (isString(node)) replaceIn(node, valueOf, step);
      return;
    case Kind.mapping: {
      replaceInMap(node, valueOf, step);
      return;
    }
    case Kind.sequence:
      for (const item of node.content) {
        if (!isString(item)) throw new BuildFailure('var', says['var-list'](), item.place);
        replaceIn(item, valueOf, step);
      }
  }
}

function replaceInMap(node: YNode, valueOf: (name: string) => VarValue | undefined, step: Step): void {
  for (let i = 0; i + 1 < node.content.length; i += 2) {
    const [key, value] = [node.content[i]!, node.content[i + 1]!];
    if (!isString(key)) throw new BuildFailure('var', says['var-key']({ key: key.value }), key.place);
    if (isString(value)) replaceIn(value, valueOf, step);
  }
}

function replaceIn(node: YNode, valueOf: (name: string) => VarValue | undefined, step: Step): void {
  const old = node.value;
  const value = expandVars(old, valueOf);
  const made = madeNode(value);
  node.tag = made.tag;
  node.value = made.value;
  node.style = 0;
  if (value !== old) node.mark(step);
}

function madeNode(value: VarValue): YNode {
  if (typeof value === 'string') return stringNode(value);
  const tag = typeof value === 'boolean' ? Tag.bool : Number.isInteger(value) ? Tag.int : Tag.float;
  return scalarNode(String(value), tag);
}
