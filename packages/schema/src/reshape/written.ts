import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';
import { childOf } from '../source.js';

/** A value of a manifest: as JSON has it, and where it is written. */
export interface Written {
  readonly document: YamlDocument;
  readonly node: NodeId;
  readonly value: JsonValue;
}

/** An entry or item of it. */
export function partOf({ document, node, value }: Written, key: string | number): Written | undefined {
  const child = document.child(node, key);
  const inner = childOf(value, key);
  return child === undefined || inner === undefined ? undefined : { document, node: child, value: inner };
}

/** A scalar as it is written: 1.10 is the number 1.1, but the text "1.10". Undefined for null, mappings and lists. */
export function textOf({ document, node, value }: Written): string | undefined {
  return value === null || typeof value === 'object' ? undefined : document.scalarText(node);
}

/** The keys that a mapping has of its own; undefined where a merge key brings more. */
export function ownKeys({ document, node }: Written): string[] | undefined {
  if (document.mergeValues(node).length > 0) return undefined;
  return document.children(node).map((child) => String(document.key(child)));
}
