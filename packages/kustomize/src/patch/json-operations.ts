import type { Message } from '@podlint/messages';
import { says } from '../messages.js';
import type { JsonValue } from '@podlint/syntax';
import { BuildFailure } from '../errors.js';
import { keyIndex } from '../node/fields.js';
import { keyFromJson } from '../node/from-json.js';
import { copyNode, Kind, scalarNode, Tag, type YNode } from '../node/node.js';
import { toJson } from '../node/to-json.js';
import type { Place } from '../origin/place.js';

/** One operation of a JSON patch (RFC 6902), its value as a node with its place. */
export interface Operation {
  readonly op: JsonValue | undefined;
  readonly path: JsonValue | undefined;
  readonly from: JsonValue | undefined;
  readonly value: YNode;
  readonly place: Place;
}

/** Applies one operation to the object that a holder holds (json-patch.v4, patch.go). */
export function applyOperation(holder: YNode, operation: Operation): void {
  const run = typeof operation.op === 'string' ? operations.get(operation.op) : undefined;
  if (!run)
    throw failure(operation, says['no-operation']({ op: typeof operation.op === 'string' ? operation.op : '' }));
  run(holder, operation);
}

const operations = new Map<string, (holder: YNode, operation: Operation) => void>([
  ['add', (holder, operation) => addValue(target(holder, operation), operation.value, operation)],
  ['remove', (holder, operation) => void takeValue(target(holder, operation), operation)],
  ['replace', replaceValue],
  ['move', moveValue],
  ['copy', copyValue],
  ['test', testValue],
]);

/** A place in a map or list. */
interface Target {
  readonly container: YNode;
  readonly key: string;
}

function failure(operation: Operation, message: Message): BuildFailure {
  return new BuildFailure('json-patch-apply', message, operation.place);
}

function target(holder: YNode, operation: Operation): Target {
  return targetAt(holder, operation.path, operation);
}

/** Where a pointer leads; everything but its last part has to be there (findObject). */
function targetAt(holder: YNode, pointer: Operation['path'], operation: Operation): Target {
  if (typeof pointer !== 'string') throw failure(operation, says['no-operation-path']());
  const parts = pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  let at: YNode | undefined = parts.length < 2 ? undefined : holder.content[0];
  for (const part of parts.slice(1, -1)) at = at && isContainer(at) ? childOf(at, part) : undefined;
  if (!at || !isContainer(at)) throw failure(operation, says['nothing-at']({ path: pointer }));
  return { container: at, key: parts.at(-1)! };
}

function isContainer({ kind, tag }: YNode): boolean {
  return (kind === Kind.mapping || kind === Kind.sequence) && tag !== Tag.null;
}

/** The value at a key or index; null counts as nothing. */
function childOf(container: YNode, key: string): YNode | undefined {
  const child = rawChildOf(container, key);
  return child?.tag === Tag.null ? undefined : child;
}

function rawChildOf(container: YNode, key: string): YNode | undefined {
  if (container.kind === Kind.sequence) return container.content[indexOf(container, key) ?? -1];
  const at = keyIndex(container, key);
  return at < 0 ? undefined : container.content[at + 1];
}

/** A negative index counts from the end; undefined for what is none, or outside. */
function indexOf({ content }: YNode, key: string): number | undefined {
  if (!/^[-+]?\d+$/.test(key)) return undefined;
  const index = Number(key) < 0 ? Number(key) + content.length : Number(key);
  return index >= 0 && index < content.length ? index : undefined;
}

function addValue({ container, key }: Target, value: YNode, operation: Operation): void {
  const { content } = container;
  if (container.kind === Kind.mapping) {
    setKey(container, key, value);
    return;
  }
  if (key === '-') return void content.push(value);
  const index = /^[-+]?\d+$/.test(key) ? Number(key) : NaN;
  const at = index < 0 ? index + content.length + 1 : index;
  if (!(at >= 0 && at <= content.length)) throw failure(operation, says['no-index']({ key }));
  content.splice(at, 0, value);
}

function setKey(map: YNode, key: string, value: YNode): void {
  const at = keyIndex(map, key);
  if (at >= 0) map.content[at + 1] = value;
  else map.content.push(keyFromJson(key), value);
}

function takeValue({ container, key }: Target, operation: Operation): YNode {
  const isMap = container.kind === Kind.mapping;
  const at = isMap ? keyIndex(container, key) : indexOf(container, key);
  if (at === undefined || at < 0) throw failure(operation, says['nothing-to-remove']({ key }));
  const removed = container.content.splice(at, isMap ? 2 : 1);
  return removed.at(-1)!;
}

function replaceValue(holder: YNode, operation: Operation): void {
  const { value } = operation;
  if (operation.path === '') {
    if (!isContainer(value)) throw failure(operation, says['replaced-object']());
    holder.content[0] = value;
    return;
  }
  const { container, key } = target(holder, operation);
  if (container.kind === Kind.mapping) {
    setKey(container, key, value);
    return;
  }
  const index = indexOf(container, key);
  if (index === undefined) throw failure(operation, says['no-item-to-replace']({ key }));
  container.content[index] = value;
}

function moveValue(holder: YNode, operation: Operation): void {
  const moved = takeValue(targetAt(holder, operation.from, operation), operation);
  addValue(target(holder, operation), moved, operation);
}

function copyValue(holder: YNode, operation: Operation): void {
  const { container, key } = targetAt(holder, operation.from, operation);
  if (container.kind === Kind.sequence && indexOf(container, key) === undefined)
    throw failure(operation, says['no-item-to-copy']({ key }));
  const value = rawChildOf(container, key);
  addValue(target(holder, operation), value ? copyNode(value) : nullOf(operation), operation);
}

/** A null that the operation made of nothing. */
function nullOf({ value, place }: Operation): YNode {
  const made = scalarNode('null', Tag.null);
  made.place = place;
  made.steps = value.steps;
  return made;
}

function testValue(holder: YNode, operation: Operation): void {
  const found = operation.path === '' ? holder.content[0] : testedChild(holder, operation);
  if (jsonText(found) !== jsonText(operation.value)) throw failure(operation, says.test());
}

function testedChild(holder: YNode, operation: Operation): YNode | undefined {
  const { container, key } = target(holder, operation);
  if (container.kind === Kind.sequence && indexOf(container, key) === undefined)
    throw failure(operation, says['no-item-to-test']({ key }));
  return rawChildOf(container, key);
}

/** Equal for equal values: toJson sorts keys. */
function jsonText(node: YNode | undefined): string {
  return node ? JSON.stringify(toJson(node)) : 'null';
}
