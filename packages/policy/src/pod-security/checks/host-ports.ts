import type { Check } from '../check.js';
import { containersOf } from '../subject.js';

/**
 * Ports of the node must not be taken.
 *
 * Restricted fields: `spec.{containers,initContainers,ephemeralContainers}[*].ports[*].hostPort`
 * Allowed values: undefined, 0. With `hostNetwork: true` the server sets each to the container's port.
 * (policy/check_hostPorts.go)
 */
export const hostPorts: Check = {
  id: 'hostPorts',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: (subject) =>
        containersOf(subject)
          .flatMap((container) => container.at('ports').items)
          .map((port) => port.at('hostPort'))
          .filter(({ value }) => value !== undefined && value !== 0),
    },
  ],
};
