import type { LintSubject } from './lint-subject.js';
import { directivesOf } from './directives.js';
import { FieldPath } from '@podlint/field-path';

/**
 * Where a Pod came from, as a kubelet notes it on the Pods that it reads itself (ConfigSourceAnnotationKey,
 * pkg/kubelet/types).
 */
const sourceAnnotation = 'kubernetes.io/config.source';
const fileSource = 'file';
const directive = 'static-pod';

/** A Pod that a kubelet starts from a file, without the API. */
export function isStaticPod(subject: LintSubject): boolean {
  const { apiVersion, kindName, value } = subject;
  if (apiVersion !== 'v1' || kindName !== 'Pod') return false;
  const { annotations } = (value.metadata ?? {}) as { annotations?: Readonly<Record<string, string>> };
  return (
    annotations?.[sourceAnnotation] === fileSource ||
    subject.isStaticPodFile() ||
    directivesOf(subject, FieldPath.root)[directive] !== undefined
  );
}
