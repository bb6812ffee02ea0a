import { containerTimeline, startupTimeOf, type ContainerTimeline } from '@podlint/kubelet';
import type { KubernetesVersion } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import { resourceView } from '../rule/build-views.js';
import { mayHaveDirectives } from '../rule/directives.js';
import { FieldNodes } from '../rule/field-nodes.js';
import { startupTimeSources } from '../rule/startup-time.js';
import type { ResourceView } from '../rule/views.js';
import type { Decoded } from '../verdict/decoded.js';

/** What is known of an object that is explained besides what it says. */
export interface ExplainSettings {
  readonly path: string;
  /** Whether all Pods in the file are static. */
  readonly isStaticPodFile?: boolean | undefined;
  readonly version: KubernetesVersion;
  /** Durations by image pattern. */
  readonly startupTime?: Readonly<Record<string, string | number>> | undefined;
}

type ExplainedObject = Pick<SourceObject, 'document' | 'node' | 'description'>;

/** An object as the server would hold it, seen as rules see it. */
export function explainedView(
  { document, node, description }: ExplainedObject,
  { kind, value }: Decoded,
  { path, version: { minor }, isStaticPodFile = false }: ExplainSettings,
): ResourceView {
  const { apiVersion = '', kind: kindName = '' } = description;
  return resourceView({
    file: path,
    nodes: new FieldNodes(document, node),
    minor,
    apiVersion,
    kindName,
    kind,
    value,
    hasDirectives: mayHaveDirectives(document.text),
    isStaticPodFile: () => isStaticPodFile,
    builtImages: new Set(),
    unknownFields: () => [],
  });
}

/** What the probes do to each container that has any, or whose startup time is known; undefined for a kind without pods. */
export function timelinesOf(
  object: ExplainedObject,
  decoded: Decoded,
  settings: ExplainSettings,
): readonly ContainerTimeline[] | undefined {
  return timelinesIn(explainedView(object, decoded, settings), settings);
}

export function timelinesIn(
  { judged }: ResourceView,
  { startupTime: byImage }: Pick<ExplainSettings, 'startupTime'>,
): readonly ContainerTimeline[] | undefined {
  const pod = judged?.pod;
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
