import { says } from '../messages.js';
import { parseDocument, type JsonValue, type NodeId, type YamlDocument } from '@podlint/syntax';
import { BuildFailure } from '../errors.js';
import { canonical } from '../node/canonical.js';
import { keyFromJson, nodeFromJson } from '../node/from-json.js';
import { copyNode, Kind, markAll, scalarNode, Tag, YNode } from '../node/node.js';
import type { Place, Step } from '../origin/place.js';
import type { TextSource } from '../origin/text-source.js';
import { applyOperation, type Operation } from './json-operations.js';

/** An operation as it is written: the value may be missing. */
export type WrittenOperation = Omit<Operation, 'value'> & { readonly value: YNode | undefined };

/** A JSON patch written as JSON or YAML. Throws where it is none. */
export function parseJsonPatch(text: string, start: number, source: TextSource): WrittenOperation[] {
  const range = { start, end: text.length };
  if (text.startsWith('[', start)) demandJson(text.slice(start), source.place(start, text.length));
  const document = parseDocument(text, range);
  const [problem] = document.problems;
  if (problem)
    throw new BuildFailure('json-patch-parse', problem.message, source.place(problem.range.start, problem.range.end));
  const { root } = document;
  if (root === undefined || document.value(root) === null) return [];
  if (document.kind(root) !== 'sequence')
    throw new BuildFailure('json-patch-parse', says['json-patch-list'](), source.place(start, text.length));
  return document.children(root).map((node) => operation(document, node, source));
}

function demandJson(text: string, place: Place): void {
  try {
    JSON.parse(text);
  } catch {
    throw new BuildFailure('json-patch-parse', says['json-patch-json'](), place);
  }
}

function operation(document: YamlDocument, node: NodeId, source: TextSource): WrittenOperation {
  const { start, end } = document.rangeOf(node);
  const place = source.place(start, end);
  if (document.kind(node) !== 'mapping' && document.value(node) !== null)
    throw new BuildFailure('json-patch-parse', says['operation-map'](), place);
  const json = (name: string): JsonValue | undefined => {
    const child = document.child(node, name);
    return child === undefined ? undefined : jsonOf(document, child);
  };
  const value = document.child(node, 'value');
  return {
    op: json('op'),
    path: json('path'),
    from: json('from'),
    value: value === undefined ? undefined : nodeOf(document, value, source),
    place,
  };
}

function jsonOf(document: YamlDocument, node: NodeId): JsonValue {
  return document.kind(node) === 'scalar' ? (document.value(node) ?? null) : [];
}

function nodeOf(document: YamlDocument, node: NodeId, source: TextSource): YNode {
  const made = nodeOfKind(document, node, source);
  const { start, end } = document.rangeOf(node);
  made.place = source.place(start, end);
  return made;
}

function nodeOfKind(document: YamlDocument, node: NodeId, source: TextSource): YNode {
  const kind = document.kind(node);
  if (kind === 'scalar') return nodeFromJson(document.value(node) ?? null);
  if (kind === 'sequence') {
    const list = new YNode(Kind.sequence, Tag.seq);
    list.content = document.children(node).map((child) => nodeOf(document, child, source));
    return list;
  }
  const map = new YNode(Kind.mapping, Tag.map);
  for (const child of document.children(node)) {
    const key = keyFromJson(String(document.key(child)));
    const keyRange = document.keyRange(child);
    if (keyRange) key.place = source.place(keyRange.start, keyRange.end);
    map.content.push(key, nodeOf(document, child, source));
  }
  return map;
}

/** Applies a patch to an object; what comes out went through JSON (patchjson6902.go). */
export function applyJsonPatch(object: YNode, operations: readonly WrittenOperation[], step: Step): YNode {
  const holder = new YNode(Kind.sequence);
  holder.content.push(canonical(object));
  for (const operation of operations) applyOperation(holder, { ...operation, value: valueOf(operation, step) });
  return holder.content[0]!;
}

/** A value for this object alone; without one it is null. */
function valueOf({ value, place }: WrittenOperation, step: Step): YNode {
  const copy = value ? copyNode(value) : scalarNode('null', Tag.null);
  copy.place ??= place;
  markAll(copy, step);
  return copy;
}
