import { containerTimeline, startupTimeOf, type ContainerTimeline } from '@podlint/kubelet';
import type { KubernetesVersion } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import { resourceView } from '../rule/build-views.js';
import { mayHaveDirectives } from '../rule/directives.js';
import { FieldNodes } from '../rule/field-nodes.js';
import { startupTimeSources } from '../rule/startup-time.js';

/** What the settings of a file say. */
export interface ExplainSettings {
  readonly path: string;
  readonly version: KubernetesVersion;
  /** Durations by image pattern. */
  readonly startupTime?: Readonly<Record<string, string | number>> | undefined;
}

/**
 * What the probes do to each container that has any, or whose startup time is known; undefined for a kind without pods.
 * `value`: the object with its defaults.
 */
export function timelinesOf(
  { document, node, description }: Pick<SourceObject, 'document' | 'node' | 'description'>,
  value: Readonly<Record<string, unknown>>,
  { path, version: { minor }, startupTime: byImage }: ExplainSettings,
): readonly ContainerTimeline[] | undefined {
  const { apiVersion = '', kind: kindName = '', known: kind } = description;
  const view = resourceView({
    file: path,
    nodes: new FieldNodes(document, node),
    minor,
    apiVersion,
    kindName,
    kind,
    value,
    hasDirectives: mayHaveDirectives(document.text),
    isStaticPodFile: () => false,
    builtImages: new Set(),
    unknownFields: () => [],
  });
  const pod = view.judged?.pod;
  if (!pod) return undefined;
  const timelines = pod.containers.map((container) => {
    const startupTime = startupTimeOf(startupTimeSources(container, byImage));
    return containerTimeline({
      container: container.value,
      role: container.role,
      pod: pod.spec,
      ...(startupTime && { startupTime }),
    });
  });
  return timelines.filter(({ probes, startupTime }) => probes.length > 0 || startupTime);
}
