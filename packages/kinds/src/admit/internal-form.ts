import { own } from '@podlint/plain';
import { type Decoded, type Kind, type core, podTemplateOf } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import { moduleOf } from '../module-of.js';

/**
 * What the server changes when it turns a decoded object into its own form, on create and on update alike, after the
 * defaults: every pod template (pkg/apis/core/v1/conversion.go), and what the kind changes. In place.
 */
export function convertToInternal(kind: Kind, object: KubernetesObject): void {
  const template = podTemplateOf(kind, object);
  dropInitContainerAnnotations(template?.metadata);
  if (template?.spec) nameServiceAccount(template.spec);
  moduleOf(kind).convertToInternal?.(object);
}

/** serviceAccount is the old name of serviceAccountName, and gives way to it: Convert_v1_PodSpec_To_core_PodSpec. */
function nameServiceAccount(spec: Decoded<core.PodSpec>): void {
  if (!spec.serviceAccountName && spec.serviceAccount) spec.serviceAccountName = spec.serviceAccount;
}

type Annotations = Record<string, string | undefined>;

/**
 * From before 1.8, when init containers were written into annotations: dropInitContainerAnnotations,
 * pkg/apis/core/v1/conversion.go.
 */
const initContainerAnnotations = [
  'pod.beta.kubernetes.io/init-containers',
  'pod.alpha.kubernetes.io/init-containers',
  'pod.beta.kubernetes.io/init-container-statuses',
  'pod.alpha.kubernetes.io/init-container-statuses',
];

function dropInitContainerAnnotations(metadata: { annotations?: Annotations } | undefined): void {
  if (!metadata?.annotations || !initContainerAnnotations.some((key) => own(metadata.annotations, key) !== undefined))
    return;
  metadata.annotations = Object.fromEntries(
    Object.entries(metadata.annotations).filter(([key]) => !initContainerAnnotations.includes(key)),
  );
}
