import { own } from '@podlint/plain';
import { decode as decodeStructure, decodeValue, type Decoding, type ValueDecoding } from '@podlint/schema';
import type { Minor, Structured } from '@podlint/model';
import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';
import { kindModules } from '../registry.js';

/**
 * Decodes an object, or a part of one, as the API server of that version does: its structure, and the annotations that
 * the kind decodes with it.
 *
 * @param start the node the object starts at: the document's root, or an item of a List
 * @param json the object as plain JSON, from `document.toJSON()`; given away: it is changed and becomes the value
 */
export function decode(
  document: YamlDocument,
  start: NodeId,
  json: JsonValue,
  kind: Structured,
  minor: Minor,
): Decoding {
  return decodeStructure(document, start, json, kind, minor, own(kindModules, kind.definition)?.unreadableAnnotation);
}

/** The same for an object that no document holds. */
export function decodeJson(json: JsonValue, kind: Structured, minor: Minor): ValueDecoding {
  const decoding = decodeValue(json, kind, minor);
  const { metadata } = decoding.value as { metadata?: { annotations?: Record<string, string | undefined> } };
  const unreadable = own(kindModules, kind.definition)?.unreadableAnnotation?.(metadata?.annotations ?? {});
  return { ...decoding, undecodable: decoding.undecodable || unreadable !== undefined };
}
