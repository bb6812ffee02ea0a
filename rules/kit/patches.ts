import type { ContainerView } from '@podlint/engine/rule';

/**
 * Whether a container is part of a patch (of kustomize, kind or kubeadm): without an image the server refuses it, so
 * the rest of it stands in another file, and what is missing here says nothing.
 */
export function isPatch({ value }: ContainerView): boolean {
  return !value.image;
}
