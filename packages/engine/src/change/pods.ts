import { differencesOf, type Difference } from './differences.js';
import { at, numberAt, textAt, type Held } from './held.js';
import type { PodsFate } from './report.js';

/** What a change does to Pods that run. */
export interface FateOfPods {
  readonly fate: PodsFate;
  readonly because: readonly Difference[];
}

/** Undefined where it does nothing to them. */
export function fateOfPods(old: Held, now: Held): FateOfPods | undefined {
  if (!old.template || !now.template) return undefined;
  const { path } = now.template;
  const because = differencesOf(old.template.value, now.template.value, path).filter(
    (difference) => now.kind !== 'Pod' || isOfPod(difference),
  );
  const fate = because.length === 0 ? undefined : fateOf(now, because);
  return fate && { fate, because };
}

/** A Pod is its own template: not all of what stands in it is about what runs. */
function isOfPod({ path }: Difference): boolean {
  return path.segments[0] === 'spec';
}

function fateOf(now: Held, because: readonly Difference[]): PodsFate | undefined {
  const { group, kind, value } = now;
  switch (`${group}/${kind}`) {
    case 'apps/Deployment':
      return ofDeployment(value);
    case 'apps/StatefulSet':
      return ofStatefulSet(value);
    case 'apps/DaemonSet':
      return textAt(value, 'spec', 'updateStrategy', 'type') === 'OnDelete' ? 'by hand' : 'rollout';
    case '/Pod':
      return because.some(isImage) ? 'restart' : undefined;
    case 'batch/CronJob':
      return 'next run';
    case '/PodTemplate':
      return undefined;
    case 'apps/ReplicaSet':
    case '/ReplicationController':
    case 'batch/Job':
      return 'later';
    default:
      return 'controller';
  }
}

/** Scaled to nothing, it has no Pods to replace (pkg/controller/deployment, sync.go). */
function ofDeployment(value: Held['value']): PodsFate | undefined {
  if (numberAt(value, 'spec', 'replicas') === 0) return undefined;
  if (at(value, 'spec', 'paused') === true) return 'paused';
  return textAt(value, 'spec', 'strategy', 'type') === 'Recreate' ? 'recreate' : 'rollout';
}

/** Pods below the partition stay (pkg/controller/statefulset, stateful_set_control.go). */
function ofStatefulSet(value: Held['value']): PodsFate | undefined {
  const replicas = numberAt(value, 'spec', 'replicas') ?? 1;
  if (replicas === 0) return undefined;
  if (textAt(value, 'spec', 'updateStrategy', 'type') === 'OnDelete') return 'by hand';
  const first = numberAt(value, 'spec', 'ordinals', 'start') ?? 0;
  const partition = numberAt(value, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ?? 0;
  return partition >= first + replicas ? 'later' : 'rollout';
}

function isImage({ path, container }: Difference): boolean {
  return container !== undefined && path.segment === 'image';
}

/** How many Pods there are to be. */
export interface Scale {
  readonly field: string;
  readonly from?: number;
  readonly to?: number;
}

const counts: readonly (readonly string[])[] = [
  ['spec', 'replicas'],
  ['spec', 'parallelism'],
  ['spec', 'minReplicas'],
  ['spec', 'maxReplicas'],
];

export function scaleOf(old: Held, now: Held): Scale[] {
  return counts.flatMap((way) => {
    const [from, to] = [numberAt(old.value, ...way), numberAt(now.value, ...way)];
    if (from === to) return [];
    return [{ field: way.join('.'), ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}
