import type { ObjectView, PodView } from '@podlint/engine/rule';
import { isPatch } from './patches.js';

/**
 * What a kubelet puts on the Pod by which the API shows a static one (pkg/kubelet/types, ConfigMirrorAnnotationKey).
 */
const mirrorAnnotation = 'kubernetes.io/config.mirror';
/** Helm starts such Pods itself, and waits for them. */
const hookAnnotation = 'helm.sh/hook';

/**
 * A Pod that nothing looks after; undefined for all else: Pods with an owner, static ones, hooks of a release, patches
 * of some other Pod.
 */
export function lonePod(object: ObjectView): PodView | undefined {
  const { kindName, metadata, pod } = object;
  if (kindName !== 'Pod' || !pod || metadata.ownerReferences?.length) return undefined;
  const { annotations } = metadata;
  if (annotations && (annotations[mirrorAnnotation] !== undefined || annotations[hookAnnotation] !== undefined))
    return undefined;
  if (pod.containers.some(isPatch)) return undefined;
  return object.isStaticPod ? undefined : pod;
}
