import { says } from '../messages.js';
import { decodeBase64Text, resolveCore, type JsonValue } from '@podlint/syntax';
import { BuildFailure } from '../errors.js';
import { Kind, shortTag, Style, Tag, type YNode } from './node.js';
import { writtenScalar, type Surroundings } from './scalar-style.js';

const inBlock: Surroundings = { inFlow: false, isKey: false };
const inFlow: Surroundings = { inFlow: true, isKey: false };

/**
 * The JSON that kustomize makes of a node: it writes it as YAML, reads that and encodes what it got (rnode.go,
 * MarshalJSON). What a scalar is may change on the way: text that was given no tag is read anew.
 */
export function toJson(node: YNode): JsonValue {
  return jsonOf(node, isFlow(node) ? inFlow : inBlock, true);
}

function isFlow(node: YNode): boolean {
  return (node.style & Style.flow) !== 0;
}

function jsonOf(node: YNode, around: Surroundings, isTop: boolean): JsonValue {
  switch (node.kind) {
    case Kind.scalar:
      return scalarJson(node, around);
    case Kind.sequence: {
      const inner = around.inFlow || isFlow(node) ? inFlow : inBlock;
      return node.children.map((item) => jsonOf(item, inner, false));
    }
    case Kind.mapping:
      return mappingJson(node, around.inFlow || isFlow(node) ? inFlow : inBlock, isTop);
    default:
      throw new BuildFailure('yaml', says.unwritable(), node.place);
  }
}

function mappingJson(node: YNode, around: Surroundings, isTop: boolean): JsonValue {
  refuseDuplicates(node);
  const { children } = node;
  const entries: [string, JsonValue][] = [];
  for (let i = 0; i + 1 < children.length; i += 2) {
    const key = children[i]!;
    const value = jsonOf(children[i + 1]!, around, false);
    if (!isStringKey(key, around)) {
      // The outermost map takes any scalar for a key and loses null; the ones inside do not (decode.go, mapping).
      if (!isTop || key.kind !== Kind.scalar)
        throw new BuildFailure('unserialisable', says['key-type']({ key: key.value }), key.place ?? node.place);
      if (shortTag(key) === Tag.null) continue;
    }
    entries.push([key.value, value]);
  }
  return objectOf(entries);
}

/** As kustomize prints it, with its keys in order. */
function objectOf(entries: [string, JsonValue][]): JsonValue {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function refuseDuplicates({ children }: YNode): void {
  const seen = new Set<string>();
  for (let i = 0; i < children.length; i += 2) {
    const key = children[i]!;
    const name = key.kind === Kind.scalar ? key.value : `${key.kind} ${key.value}`;
    if (seen.has(name)) throw new BuildFailure('yaml', says['key-twice']({ key: key.value }), key.place);
    seen.add(name);
  }
}

function isStringKey(key: YNode, { inFlow }: Surroundings): boolean {
  if (key.kind !== Kind.scalar) return false;
  const { tag, style } = writtenScalar(key, { inFlow, isKey: true });
  const type = tag === '' ? plainTag(key.value, style) : tag;
  return type === Tag.string || type === Tag.merge;
}

function plainTag(value: string, style: number): string {
  return style === Style.plain ? resolveCore(value).tag : Tag.string;
}

function scalarJson(node: YNode, around: Surroundings): JsonValue {
  const { tag, style } = writtenScalar(node, around);
  if (tag === '') return style === Style.plain ? finite(resolveCore(node.value).value, node) : node.value;
  return taggedJson(node, tag);
}

/** A scalar that keeps its tag when written (resolve.go, resolve). */
function taggedJson(node: YNode, tag: string): JsonValue {
  const { value } = node;
  if (tag === Tag.string || !resolvable.has(tag)) return tag === Tag.binary ? binaryText(node) : value;
  const resolved = resolveCore(value);
  const fits = resolved.tag === tag || (tag === Tag.float && resolved.tag === Tag.int);
  if (!fits) throw new BuildFailure('yaml', says['wrong-type']({ value, type: tag.slice(2) }), node.place);
  return finite(resolved.value, node);
}

const resolvable: ReadonlySet<string> = new Set([Tag.bool, Tag.int, Tag.float, Tag.null, Tag.timestamp]);

function binaryText(node: YNode): string {
  const text = decodeBase64Text(node.value);
  if (text === undefined) throw new BuildFailure('yaml', says.binary(), node.place);
  return text;
}

function finite(value: JsonValue, node: YNode): JsonValue {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new BuildFailure('unserialisable', says['no-json-number']({ value: node.value }), node.place);
  return value;
}
