import type { ObjectView, PodView } from '@podlint/engine/rule';
import { isHook } from './hooks.js';
import { isPatch } from './patches.js';

/**
 * What a kubelet puts on the Pod by which the API shows a static one (pkg/kubelet/types, ConfigMirrorAnnotationKey).
 */
const mirrorAnnotation = 'kubernetes.io/config.mirror';

/**
 * A Pod that nothing looks after; undefined for all else: Pods with an owner, static ones, hooks of a release, patches
 * of some other Pod.
 */
export function lonePod(object: ObjectView): PodView | undefined {
  const { kindName, metadata, pod } = object;
  if (kindName !== 'Pod' || !pod || metadata.ownerReferences?.length) return undefined;
  if (metadata.annotations?.[mirrorAnnotation] !== undefined || isHook(object)) return undefined;
  if (pod.containers.some(isPatch)) return undefined;
  return object.isStaticPod ? undefined : pod;
}
