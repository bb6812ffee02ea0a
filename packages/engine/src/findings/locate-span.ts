import type { FieldPath } from '@podlint/field-path';
import type { NodeId, Range, YamlDocument } from '@podlint/syntax';
import type { TextSpan } from '@podlint/validation';
import { locate, nodeAt } from './locate.js';
import { placeInScalar } from './place-in-scalar.js';

/** A part of the text that a field holds, where it is written. */
export function locateSpan(document: YamlDocument, object: NodeId, path: FieldPath, span: TextSpan): Range {
  const at = nodeAt(document, object, path);
  const text = at === undefined ? undefined : document.scalarText(at);
  return at === undefined || typeof text !== 'string'
    ? locate(document, object, path)
    : placeInScalar(document.text, document.rangeOf(at), text, span);
}
