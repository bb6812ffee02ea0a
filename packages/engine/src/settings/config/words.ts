import { setOwn } from '@podlint/plain';
import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';

/** The way to a value of a config file, from its top down. */
export type Keys = readonly (string | number)[];

/**
 * A part of a config file as its author means it: unlike the API server, whose YAML has `off` for false and 1.30 for
 * 1.3, it takes `off` for a word, and a version for what is written.
 */
export function wordsOf(document: YamlDocument, node: NodeId, path: Keys = []): JsonValue {
  switch (document.kind(node)) {
    case 'mapping':
      return mappingOf(document, node, path);
    case 'sequence':
      return document
        .children(target(document, node))
        .map((child, index) => wordsOf(document, child, [...path, index]));
    case 'scalar':
      return scalarOf(document, node, path);
  }
}

function mappingOf(document: YamlDocument, node: NodeId, path: Keys): JsonValue {
  const from = target(document, node);
  const values: { [key: string]: JsonValue } = {};
  for (const merged of document.mergeValues(from))
    for (const part of document.kind(merged) === 'sequence' ? document.children(target(document, merged)) : [merged])
      Object.assign(values, withoutKeys(wordsOf(document, part, path), values));
  for (const child of document.children(from)) {
    const key = String(document.key(child));
    setOwn(values, key, wordsOf(document, child, [...path, key]));
  }
  return values;
}

/** Of two merged mappings the first one counts. */
function withoutKeys(value: JsonValue, taken: object): object {
  return Object.fromEntries(Object.entries((value ?? {}) as object).filter(([key]) => !Object.hasOwn(taken, key)));
}

const spelledOut = /^(?:true|false)$/i;

function scalarOf(document: YamlDocument, node: NodeId, path: Keys): JsonValue {
  const value = document.value(node) ?? null;
  const text = document.scalarText(node) ?? '';
  if (typeof value === 'boolean' && !spelledOut.test(text)) return text;
  return typeof value === 'number' && path[0] === 'kubernetesVersion' ? text : value;
}

function target(document: YamlDocument, node: NodeId): NodeId {
  return document.aliasTarget(node) ?? node;
}
