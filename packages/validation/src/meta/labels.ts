import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';
import { byteLength, labelValueProblem, qualifiedNameProblem } from '../formats.js';

const says = defineMessages('label', {
  'invalid-key': 'The label key "{key}" does not fit: {problem}. Rename the label.',
  'invalid-value':
    'The value "{value}" of the label "{key}" does not fit: {problem}. Shorten it, or use an annotation, which takes any text.',
});

const annotationSays = defineMessages('annotations', {
  'invalid-key': 'The annotation key "{key}" does not fit: {problem}. Rename the annotation.',
  'too-large':
    'The annotations take {bytes} bytes together; the server stores {limit} at most. Move the long ones to a ConfigMap.',
});

/** Labels, annotations, matchLabels: names to values. */
export type StringMap = { readonly [key: string]: string | undefined };

/** TotalAnnotationSizeLimitB: keys and values of all annotations together, in bytes. */
const maxAnnotationBytes = 256 * 1024;

/**
 * Labels, wherever they stand (ValidateLabels, apimachinery/pkg/apis/meta/v1/validation).
 * The server names the whole map (`path`); `place` is where the map is written when that is elsewhere.
 */
export function validateLabels(labels: StringMap | undefined, path: FieldPath, context: Context, place = path): void {
  if (!labels) return;
  for (const key of Object.keys(labels)) {
    const value = own(labels, key) ?? '';
    const keyProblem = qualifiedNameProblem(key);
    if (keyProblem)
      context.report.invalid(path, says['invalid-key']({ key, problem: keyProblem }), {
        at: place.key(key),
        inKey: true,
      });
    const valueProblem = labelValueProblem(value);
    if (valueProblem) {
      context.report.invalid(path, says['invalid-value']({ value, key, problem: valueProblem }), {
        at: place.key(key),
      });
    }
  }
}

/**
 * Annotations: keys like labels but in any case, values of any shape, a limit on everything together
 * (ValidateAnnotations, apimachinery/pkg/api/validation).
 */
export function validateAnnotations(
  annotations: StringMap | undefined,
  path: FieldPath,
  context: Context,
  place = path,
): void {
  if (!annotations) return;
  for (const key of Object.keys(annotations)) {
    const keyProblem = qualifiedNameProblem(key.toLowerCase());
    if (keyProblem)
      context.report.invalid(path, annotationSays['invalid-key']({ key, problem: keyProblem }), {
        at: place.key(key),
        inKey: true,
      });
  }
  validateAnnotationsSize(annotations, path, context, place);
}

/** ValidateAnnotationsSize, apimachinery/pkg/api/validation. */
export function validateAnnotationsSize(annotations: StringMap, path: FieldPath, context: Context, place = path): void {
  let bytes = 0;
  for (const key of Object.keys(annotations)) bytes += byteLength(key) + byteLength(own(annotations, key) ?? '');
  if (bytes <= maxAnnotationBytes) return;
  context.report.tooLong(path, annotationSays['too-large']({ bytes, limit: maxAnnotationBytes }), { at: place });
}
