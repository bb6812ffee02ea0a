import type { ContainerView } from '@podlint/engine/rule';
import { matchesImage } from '@podlint/kubelet';
import { parseImageReference, type ImageReference } from '@podlint/model';

let last: { readonly image: string; readonly reference: ImageReference } | undefined;

/** `parseImageReference`, which all rules about images ask for one container after the other. */
export function imageReference(image: string): ImageReference {
  if (last?.image !== image) last = { image, reference: parseImageReference(image) };
  return last.reference;
}

/** What ko replaces by the image that it builds (https://ko.build/features/k8s). */
const builtByKo = 'ko://';
const templatesAnnotation = 'inject.istio.io/templates';
const injectName = 'sidecar.istio.io/inject';

/**
 * Whether an image only stands for one that a build or an injector puts in: `ko://...`, what a `skaffold.yaml` builds, and
 * `auto` in a Pod that Istio injects a proxy into.
 */
export function isPutInLater({ value, pod, isImageBuilt }: ContainerView): boolean {
  const { image = '' } = value;
  if (isImageBuilt) return true;
  if (image !== 'auto') return image.startsWith(builtByKo);
  const { labels, annotations } = pod.metadata;
  return (
    annotations?.[templatesAnnotation] !== undefined ||
    [labels?.[injectName], annotations?.[injectName]].some((value) => value === 'true')
  );
}

/**
 * Whether one of the patterns means the registry or repository of an image: `ghcr.io`, `ghcr.io/acme`,
 * `*.dkr.ecr.*.amazonaws.com`, `docker.io/library/nginx`.
 */
export function isFrom(image: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesImage(pattern, image) || matchesImage(`${pattern}/*`, image));
}

/** The JSON Schema of a list of such patterns. */
export function patternList(description: string): Readonly<Record<string, unknown>> {
  return { type: 'array', items: { type: 'string', minLength: 1 }, description };
}
