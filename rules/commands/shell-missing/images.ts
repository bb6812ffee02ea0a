import { matchesImage } from '@podlint/kubelet';
import { imageReference } from '../../kit/images.js';

/** What comes with its program alone, but for the tags that say otherwise. */
const programAlone = [
  'gcr.io/distroless/*',
  'cgr.dev/chainguard/*',
  'registry.k8s.io/pause',
  'k8s.gcr.io/pause',
  'docker.io/library/hello-world',
];
const withShell = /(?:^|[-_.])(?:debug|dev|shell|busybox)/;
/** Images of that origin which are, or have, such tools. The interpreters' bring a shell for their own libraries. */
const withTools = /^[^/]*\/(?:.*(?:bash|busybox|wolfi-base|alpine|coreutils|curl|git|kubectl|python))/;

/** Whether an image is known to have no shell and none of the usual tools; `more`: patterns of such images. */
export function hasProgramAlone(image: string, more: readonly string[]): boolean {
  const reference = imageReference(image);
  if (!reference.valid) return false;
  if (more.some((pattern) => matchesImage(pattern, image))) return true;
  if (withShell.test(reference.tag) || withTools.test(reference.repository)) return false;
  return programAlone.some((pattern) => matchesImage(pattern, image));
}
