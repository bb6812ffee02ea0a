import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { demandKind, fieldOf, getField, setField } from './fields.js';
import { isPresent, Kind, mappingNode, scalarNode, YNode } from './node.js';

/** Splits a path; a backslash before the separator keeps it (pathsplitter.go, PathSplitter). */
export function splitPath(path: string, separator: string): string[] {
  let parts = path.split(separator);
  if (parts.length > 1 && parts[0] === '') parts = parts.slice(1);
  const result = [parts[0]!];
  for (const part of parts.slice(1)) {
    const last = result[result.length - 1]!;
    if (last.endsWith('\\')) result[result.length - 1] = last.slice(0, -1) + separator + part;
    else result.push(part);
  }
  return result;
}

/** As splitPath, with separators inside brackets kept (pathsplitter.go, SmarterPathSplitter). */
export function splitFieldPath(path: string, separator = '.'): string[] {
  const split = splitPath(path, separator);
  const result: string[] = [];
  for (let i = 0; i < split.length; i++) {
    const part = split[i]!;
    if (!part.startsWith('[') || part.endsWith(']')) {
      result.push(part);
      continue;
    }
    const bracketed = [part];
    while (i < split.length - 1) {
      bracketed.push(split[++i]!);
      if (split[i]!.endsWith(']')) break;
    }
    const joined = bracketed.join(separator);
    result.push(joined.includes('=') ? joined : withoutBrackets(joined));
  }
  return result;
}

/** Without those at its ends. */
function withoutBrackets(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isBracket(text[start])) start++;
  while (end > start && isBracket(text[end - 1])) end--;
  return text.slice(start, end);
}

function isBracket(character: string | undefined): boolean {
  return character === '[' || character === ']';
}

export function isListIndex(part: string): boolean {
  return part.startsWith('[') && part.endsWith(']');
}

const integer = /^[-+]?\d+$/;

export function isIndexNumber(part: string): boolean {
  return integer.test(part) && Number(part) >= 0;
}

/** `[name=value]` (fns.go, SplitIndexNameValue). */
export function splitListIndex(part: string): [name: string, value: string] {
  const inner = part.replace(/^\[/, '').replace(/\]$/, '');
  const at = inner.indexOf('=');
  if (at < 0) throw new BuildFailure('replacement', says['path-element']({ part }));
  return [inner.slice(0, at), inner.slice(at + 1)];
}

/** The kind that a path's next part needs (fns.go, getPathPartKind). */
export function kindForNext(next: string | undefined, last: Kind): Kind {
  if (next === undefined || next === '') return last;
  return isListIndex(next) || isIndexNumber(next) ? Kind.sequence : Kind.mapping;
}

export function elementsOf(node: YNode): YNode[] {
  demandKind(node, Kind.sequence);
  return node.content;
}

/** The node at a path, if it is there (fns.go, PathGetter). */
export function lookup(node: YNode, path: readonly string[]): YNode | undefined {
  return follow(node, path, undefined);
}

/** As lookup; what is missing is made, the last part as `create` says. */
export function lookupOrCreate(node: YNode, path: readonly string[], create: Kind): YNode | undefined {
  return follow(node, path, create);
}

function follow(node: YNode, path: readonly string[], create: Kind | undefined): YNode | undefined {
  const parts = path.map((part) => part.trim()).filter((part) => part !== '');
  let at: YNode | undefined = node;
  for (let i = 0; at && i < parts.length; i++) {
    const kind = create === undefined ? undefined : kindForNext(parts[i + 1], create);
    at = takeStep(at, parts[i]!, kind);
  }
  return at;
}

/** As lookup, or lookupOrCreate, for a path of one part; blank ones lead nowhere. */
export function lookupPart(node: YNode, part: string, create: Kind | undefined): YNode | undefined {
  const name = part.trim();
  return name === '' ? node : takeStep(node, name, create);
}

function takeStep(node: YNode, part: string, create: Kind | undefined): YNode | undefined {
  if (integer.test(part)) {
    if (Number(part) < 0) throw new BuildFailure('replacement', says['negative-index']({ index: part }), node.place);
    return elementsOf(node)[Number(part)];
  }
  if (part === '-') return elementsOf(node).at(-1);
  if (part === '*') throw new BuildFailure('replacement', says.wildcard(), node.place);
  if (isListIndex(part)) return elementOrCreate(node, part, create);
  const field = getField(node, part);
  return field ?? (create === undefined ? undefined : createField(node, part, create));
}

function createField(node: YNode, name: string, kind: Kind): YNode | undefined {
  if (!isPresent(node)) return undefined;
  const made = new YNode(kind);
  setField(node, name, made);
  return made;
}

function elementOrCreate(list: YNode, part: string, create: Kind | undefined): YNode | undefined {
  const [name, value] = splitListIndex(part);
  const found = elementBy(list, name, value);
  if (found || create === undefined) return found;
  const made = name === '' ? scalarNode(value) : itemWith(name, value);
  elementsOf(list).push(made);
  return made;
}

/** The first item with that value, in a field or (without a name) as the item itself (fns.go, ElementMatcher). */
function elementBy(list: YNode, name: string, value: string): YNode | undefined {
  return name === '' ? elementsOf(list).find((item) => item.value === value) : elementByKeys(list, [name], [value]);
}

/** The first item whose fields have these values; one without a field is never it. */
export function elementByKeys(list: YNode, keys: readonly string[], values: readonly string[]): YNode | undefined {
  demandKind(list, Kind.sequence);
  if (keys.length !== values.length) throw new BuildFailure('other', says['item-keys']());
  return list.content.find(
    (item) => isPresent(item) && keys.every((key, i) => fieldOf(item, key)?.value === values[i]),
  );
}

/** A mapping with one field, for a list that has no such item. */
export function itemWith(name: string, value: string): YNode {
  const item = mappingNode();
  item.content.push(scalarNode(name), scalarNode(value));
  return item;
}
