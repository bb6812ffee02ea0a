import type { Check } from '../check.js';
import { containersOf } from '../subject.js';

/**
 * Probes and lifecycle hooks must not go to other hosts: the kubelet calls them from the node's network.
 *
 * Restricted fields: `httpGet.host` and `tcpSocket.host` of `livenessProbe`, `readinessProbe`, `startupProbe`,
 * `lifecycle.postStart` and `lifecycle.preStop`, in all containers
 * Allowed values: undefined, empty
 * (policy/check_hostProbesAndhostLifecycle.go)
 */
const callers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const;

export const hostProbesAndHostLifecycle: Check = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  versions: [
    {
      since: 34,
      find: (subject) =>
        containersOf(subject)
          .flatMap((container) => callers.map(([first, ...rest]) => container.at(first, ...rest)))
          .flatMap((caller) => [caller.at('httpGet', 'host'), caller.at('tcpSocket', 'host')])
          .filter(({ text }) => text !== ''),
    },
  ],
};
