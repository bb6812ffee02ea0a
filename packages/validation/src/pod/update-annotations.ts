import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';
import type { StringMap } from '../meta/labels.js';
import { appArmorAnnotationPrefix, mirrorPodAnnotation } from './well-known-annotations.js';

const says = defineMessages('annotation-update', {
  changed: 'The annotation "{key}" is settled when the Pod is created. Set it to "{value}" again, or create a new Pod.',
  added: 'The annotation "{key}" cannot be added to an existing Pod. Remove it, or create a new Pod.',
});

/**
 * Annotations that the kubelet read when the Pod started, and not again (ValidatePodSpecificAnnotationUpdates,
 * pkg/apis/core/validation/validation.go).
 */
export function validateAnnotationsKept(
  annotations: StringMap = {},
  oldAnnotations: StringMap = {},
  path: FieldPath,
  { report }: Context,
): void {
  for (const key in oldAnnotations) {
    if (!isSettled(key) || (Object.hasOwn(annotations, key) && annotations[key] === oldAnnotations[key])) continue;
    report.forbidden(path.key(key), says.changed({ key, value: oldAnnotations[key] ?? '' }));
  }
  for (const key in annotations) {
    if (!isSettled(key) || Object.hasOwn(oldAnnotations, key)) continue;
    report.forbidden(path.key(key), says.added({ key }));
  }
}

function isSettled(key: string): boolean {
  return key === mirrorPodAnnotation || key.startsWith(appArmorAnnotationPrefix);
}
