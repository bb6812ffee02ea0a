import type { FieldPath } from '@podlint/field-path';
import type { NodeId, Range, YamlDocument } from '@podlint/syntax';

/**
 * The narrowest place in the text for a field, from the node of the object down.
 * A field that is not there is shown at the nearest thing that is: its parent's key.
 */
export function locate(document: YamlDocument, object: NodeId, path: FieldPath): Range {
  const { node, complete } = deepest(document, object, path);
  return complete ? placeOfField(document, node) : placeOfKey(document, node);
}

/** The text of a scalar, and the key of anything else. */
export function placeOfField(document: YamlDocument, node: NodeId): Range {
  return document.kind(node) === 'scalar' ? placeOfValue(document, node) : placeOfKey(document, node);
}

/** The key of a field, for what is wrong about its name. */
export function locateKey(document: YamlDocument, object: NodeId, path: FieldPath): Range {
  return placeOfKey(document, deepest(document, object, path).node);
}

/** What stands at a path; undefined for a field that the manifest does not have. */
export function nodeAt(document: YamlDocument, object: NodeId, path: FieldPath): NodeId | undefined {
  const { node, complete } = deepest(document, object, path);
  return complete ? node : undefined;
}

function deepest(document: YamlDocument, object: NodeId, path: FieldPath): { node: NodeId; complete: boolean } {
  let node = object;
  for (const segment of path.segments) {
    const child = document.child(node, segment);
    if (child === undefined) return { node, complete: false };
    node = child;
  }
  return { node, complete: true };
}

/** A scalar's own text; the key where the value is empty and so has no text to underline. */
function placeOfValue(document: YamlDocument, node: NodeId): Range {
  const range = document.rangeOf(node);
  return range.start < range.end ? range : placeOfKey(document, node);
}

/** The key that holds the node; for a list item or a whole object, the first key in it. */
export function placeOfKey(document: YamlDocument, node: NodeId): Range {
  const key = document.keyRange(node);
  if (key) return key;
  if (document.kind(node) === 'mapping') {
    const first = document.children(node)[0];
    const firstKey = first === undefined ? undefined : document.keyRange(first);
    if (firstKey) return firstKey;
  }
  return document.rangeOf(node);
}
