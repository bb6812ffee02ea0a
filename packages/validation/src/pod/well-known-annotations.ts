/** Annotations of pods that the server reads (pkg/apis/core/annotation_key_constants.go). */

/** On a mirror pod, which a kubelet creates for a static pod. */
export const mirrorPodAnnotation = 'kubernetes.io/config.mirror';

/** Tolerations as JSON, from before there was a field. */
export const tolerationsAnnotation = 'scheduler.alpha.kubernetes.io/tolerations';

/** Which pods of a ReplicaSet go first. */
export const podDeletionCostAnnotation = 'controller.kubernetes.io/pod-deletion-cost';

export const seccompPodAnnotation = 'seccomp.security.alpha.kubernetes.io/pod';

/** Followed by the name of a container. */
export const seccompContainerAnnotationPrefix = 'container.seccomp.security.alpha.kubernetes.io/';

/** Followed by the name of a container. */
export const appArmorAnnotationPrefix = 'container.apparmor.security.beta.kubernetes.io/';
