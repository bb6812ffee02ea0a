import { type ContainerTimeline, type ProbeKind } from '@podlint/kubelet';
import { qosClass } from '@podlint/model';
import { timelinesOf } from '@podlint/engine';
import { between, verdictOf } from '@podlint/reporters';
import { insertField } from '@podlint/syntax';
import { containersIn, podOf, type PlacedContainer, type PlacedPod } from '../../place/pod.js';
import { defaultsOf } from '../../place/effective.js';
import type { FileView, ObjectView } from '../../service/file-view.js';
import { behindKey, type Hint } from './hint.js';

export function podHints(view: FileView, object: ObjectView): Hint[] {
  const pod = podOf(object);
  if (!pod || !object.decoded) return [];
  const containers = containersIn(pod);
  const timelines =
    timelinesOf(object, object.decoded, {
      path: view.path,
      version: view.version,
      startupTime: view.settings.startupTime,
    }) ?? [];
  return [
    ...qosHint(view, pod),
    ...containers.flatMap((container) => pullPolicyHint(view, object, container)),
    ...containers.flatMap((container) =>
      probeHints(
        object,
        container,
        timelines.find(({ name }) => name === container.value.name),
      ),
    ),
  ];
}

const qosWords = {
  Guaranteed:
    'Every container has limits of cpu and memory, and requests just these: when the node runs short, these Pods go last.',
  Burstable:
    'Something is requested or limited, but not cpu and memory of every container by equal amounts: when the node runs short, these Pods go before guaranteed ones.',
  BestEffort: 'Nothing is requested and nothing is limited: when the node runs short, these Pods go first.',
} as const;

function qosHint({ version: { minor } }: FileView, { document, specNode, spec }: PlacedPod): Hint[] {
  const offset = behindKey(document, specNode);
  const qos = qosClass(spec, minor);
  return offset === undefined ? [] : [{ kind: 'qos', offset, label: `QoS ${qos}`, tooltip: qosWords[qos] }];
}

function pullPolicyHint(view: FileView, object: ObjectView, { node, path, value }: PlacedContainer): Hint[] {
  const { document } = object;
  const image = document.child(node, 'image');
  if (
    image === undefined ||
    document.kind(image) !== 'scalar' ||
    document.child(node, 'imagePullPolicy') !== undefined ||
    !value.imagePullPolicy
  )
    return [];
  const why = defaultsOf(view, object).get(path.child('imagePullPolicy').toString())?.why;
  const edits =
    document.problems.length > 0
      ? undefined
      : insertField(document, node, 'imagePullPolicy', value.imagePullPolicy, { after: image });
  return [
    {
      kind: 'imagePullPolicy',
      offset: document.rangeOf(image).end,
      label: `imagePullPolicy: ${value.imagePullPolicy}`,
      tooltip: why ?? 'filled in by the server',
      edits,
    },
  ];
}

const probes: readonly ProbeKind[] = ['startupProbe', 'livenessProbe', 'readinessProbe'];

function probeHints(
  { document }: ObjectView,
  { node }: PlacedContainer,
  timeline: ContainerTimeline | undefined,
): Hint[] {
  if (!timeline) return [];
  return probes.flatMap((kind): Hint[] => {
    const probe = document.child(node, kind);
    const offset = probe === undefined ? undefined : behindKey(document, probe);
    const label = labelOf(kind, timeline);
    return offset === undefined || label === undefined
      ? []
      : [
          {
            kind: 'probes',
            offset,
            label,
            tooltip: `Container \`${timeline.name}\`: ${verdictOf(timeline)}`,
            inLens: kind !== 'readinessProbe',
          },
        ];
  });
}

/** What a probe can do to a container that does not answer from its start on. */
function labelOf(kind: ProbeKind, { failingAtOnce: { budget, killed, ready } }: ContainerTimeline): string | undefined {
  if (kind === 'readinessProbe') return ready ? `ready at ${between(ready)}` : undefined;
  if (budget?.by !== kind) return undefined;
  return `kill at ${between(killed ?? budget.killed)}`;
}
