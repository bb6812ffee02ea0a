import type { ScalarValue, YamlDocument } from '../document.js';
import { isFlow } from './layout.js';
import { scalarToText } from './scalar-text.js';

/** How keys and values are written in brackets. */
export type FlowScalar = (value: ScalarValue) => string;

/** A document that is JSON stays JSON: everything but numbers, true, false and null comes in double quotes. */
export function flowScalarOf(document: YamlDocument): FlowScalar {
  return isJson(document) ? (value) => JSON.stringify(value) : scalarToText;
}

/**
 * Whether a document is an object in braces whose first key is in double quotes, as YAML writers do not write whole
 * documents.
 */
export function isJson(document: YamlDocument): boolean {
  const { root, text } = document;
  if (root === undefined || document.kind(root) !== 'mapping' || !isFlow(document, root)) return false;
  const [first] = document.children(root);
  return first !== undefined && text[document.keyRange(first)?.start ?? -1] === '"';
}
