import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { Step } from '../origin/place.js';
import { isPresent, isString, Kind, mappingNode, scalarNode, Style, Tag, type YNode } from './node.js';
import { isYaml11NonString } from './text.js';

const kindNames = ['nothing', 'a map', 'a list', 'a scalar', 'an alias'] as const;

/** A node is not of the kind that a path or a patch takes it for (fns.go, InvalidNodeKindError). */
export class WrongKind extends BuildFailure {
  constructor(
    expected: Kind,
    readonly node: YNode,
  ) {
    super('patch-spec', says['node-kind']({ wanted: kindNames[expected], found: kindNames[node.kind] }), node.place);
  }
}

export function demandKind(node: YNode | undefined, kind: Kind): void {
  if (isPresent(node) && node.kind !== kind) throw new WrongKind(kind, node);
}

/** Place of a key in a mapping's content, -1 if it is not there. Of keys that stand twice the first counts. */
export function keyIndex({ content }: YNode, name: string): number {
  for (let i = 0; i < content.length; i += 2) if (content[i]!.value === name) return i;
  return -1;
}

/** The keys of a mapping with their values; of keys that stand twice the first counts. Nothing for what is no mapping. */
export function fieldsOf(node: YNode | undefined): Map<string, Field> {
  const fields = new Map<string, Field>();
  if (node?.kind !== Kind.mapping) return fields;
  for (let i = 0; i + 1 < node.content.length; i += 2) {
    const [key, value] = [node.content[i]!, node.content[i + 1]!];
    if (!fields.has(key.value)) fields.set(key.value, { key, value });
  }
  return fields;
}

interface Field {
  readonly key: YNode;
  readonly value: YNode;
}

/** The value of a field; undefined also for what is no mapping (rnode.go, Field). */
export function fieldOf(node: YNode | undefined, name: string): YNode | undefined {
  if (node?.kind !== Kind.mapping) return undefined;
  const at = keyIndex(node, name);
  return at < 0 ? undefined : node.content[at + 1];
}

/** As fieldOf, but something that is no mapping is an error (fns.go, FieldMatcher). */
export function getField(node: YNode | undefined, name: string): YNode | undefined {
  demandKind(node, Kind.mapping);
  return isPresent(node) ? fieldOf(node, name) : undefined;
}

export function clearField(node: YNode, name: string): void {
  demandKind(node, Kind.mapping);
  const at = keyIndex(node, name);
  if (at >= 0) node.content.splice(at, 2);
}

/** Marks text that YAML 1.1 would take for another type (fns.go, FieldSetter). */
function quoteWhereNeeded(value: YNode): void {
  if (isString(value) && value.style === Style.plain && isYaml11NonString(value)) value.style = Style.double;
}

/** What takes the place of a node keeps the way in which that one is written, and its steps. */
function replaceContent(node: YNode, value: YNode, step: Step | undefined): void {
  value.style = node.style;
  const { place, steps } = node;
  node.become(value);
  node.place ??= place;
  if (step || !node.steps) node.steps = steps;
  node.mark(step);
}

/** Sets a scalar (fns.go, FieldSetter without a name). A step: what does it; without one the value brings its own. */
export function setScalar(node: YNode, value: YNode, step?: Step): void {
  quoteWhereNeeded(value);
  demandKind(node, Kind.scalar);
  if (isPresent(value)) replaceContent(node, value, step);
}

/** Sets a field, or removes it where the value is null (fns.go, FieldSetter). */
export function setField(node: YNode, name: string, value: YNode | undefined, step?: Step, keyStyle?: number): void {
  setFoundField(node, name, getField(node, name), value, step, keyStyle);
}

/** As setField, for a field that is not there yet. */
export function addField(node: YNode, name: string, value: YNode): void {
  setFoundField(node, name, undefined, value);
}

/** As setField, for who has looked the field up. */
export function setFoundField(
  node: YNode,
  name: string,
  field: YNode | undefined,
  value: YNode | undefined,
  step?: Step,
  keyStyle?: number,
): void {
  if (value) quoteWhereNeeded(value);
  if (!value || value.tag === Tag.null) {
    if (field) clearField(node, name);
    return;
  }
  if (field) {
    if (field !== value) replaceContent(field, value, step);
    return;
  }
  const key = scalarNode(name);
  key.style = keyStyle ?? Style.plain;
  if (step) value.mark(step);
  node.content.push(key, value);
}

/** As setField, for a null that has to stay (walk.go, MakePersistentNullNode). */
export function keepField(node: YNode, name: string, field: YNode | undefined, value: YNode): void {
  if (field) replaceContent(field, value, undefined);
  else node.content.push(scalarNode(name), value);
}

/** The mapping under a key, made if there is none (fns.go, LookupCreate). */
export function ensureMapping(node: YNode, name: string): YNode {
  const found = getField(node, name);
  if (found) return found;
  const made = mappingNode();
  setField(node, name, made);
  return made;
}
