import type { StartupTimeSources } from '@podlint/kubelet';
import type { ContainerView } from './views.js';

/** What may name a container's startup time, for `startupTimeOf`. `byImage`: the shared setting `startupTime`. */
export function startupTimeSources(
  { directives, pod, value }: ContainerView,
  byImage?: Readonly<Record<string, string | number>>,
): StartupTimeSources {
  return { directives, annotations: pod.metadata.annotations, container: value, config: byImage };
}
