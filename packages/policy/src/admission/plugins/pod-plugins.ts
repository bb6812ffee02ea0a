import type { CreateSteps } from '@podlint/kinds';
import type { Kind, Minor } from '@podlint/model';
import { Cluster } from '../objects/cluster.js';
import { defaultTolerationSeconds } from './default-toleration-seconds.js';
import { priority } from './priority.js';
import { serviceAccount } from './service-account.js';

/** What every cluster does to new Pods, whatever is in it. */
const always = [serviceAccount, priority, defaultTolerationSeconds];

/** Mutating admission for objects of a kind, of which only Pods are changed. */
export function withPlugins({ kind, group }: Kind, minor: Minor): CreateSteps['admit'] {
  if (kind !== 'Pod' || group !== '') return undefined;
  const cluster = new Cluster(false);
  return (pod) => {
    const namespace = pod.metadata?.namespace ?? 'default';
    for (const plugin of always) plugin.admit?.(pod, { cluster, namespace, minor });
  };
}
