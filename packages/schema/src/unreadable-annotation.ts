import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import type { JsonValue } from '@podlint/syntax';
import { removeFix } from './fixes.js';
import type { SchemaProblem } from './problem.js';
import { valueProblem } from './report.js';
import { isObject, nodeAt, type ObjectSource } from './source.js';

const says = defineMessages('annotation', {
  'not-int64':
    'The annotation "{key}" takes a whole number of 64 bits, not "{value}". It stands for a field of an older API, and the server cannot read the object. Remove it.',
});

/** Of an object's annotations the key of one that the server decodes with the object, and cannot. */
export type UnreadableAnnotation = (annotations: Readonly<Record<string, string | undefined>>) => string | undefined;

/** An annotation that the server decodes together with the object, because it stands for a field of an older API. */
export function annotationProblems(
  source: ObjectSource,
  { metadata }: { readonly [key: string]: JsonValue },
  unreadableAnnotation: UnreadableAnnotation,
): SchemaProblem[] {
  const annotations = isObject(metadata) && isObject(metadata['annotations']) ? metadata['annotations'] : {};
  const texts = annotations as Readonly<Record<string, string>>;
  const key = unreadableAnnotation(texts);
  if (key === undefined) return [];
  const message = says['not-int64']({ key, value: own(texts, key) ?? '' });
  const path = FieldPath.root.child('metadata', 'annotations').key(key);
  const node = nodeAt(source, path);
  const fixes = node === undefined ? [] : removeFix(source, node, 'Remove the annotation');
  return [valueProblem(source, 'schema/wrong-type', path, { message, fixes })];
}
