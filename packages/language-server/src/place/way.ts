import { own } from '@podlint/plain';
import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';

/** The keys and indexes from the root of a document down to a node. */
export function wayTo(document: YamlDocument, node: NodeId): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let up: NodeId | undefined = node; up !== undefined; up = document.parent(up)) {
    const key = document.key(up);
    if (key !== undefined) keys.push(key);
  }
  return keys.reverse();
}

/** The value of a node, from that of its whole document, so that aliases and merge keys are resolved. */
export function jsonOf(document: YamlDocument, node: NodeId): JsonValue {
  return wayTo(document, node).reduce<JsonValue>(
    (value, key) => own(value as Record<string | number, JsonValue>, key) ?? null,
    document.toJSON(),
  );
}
