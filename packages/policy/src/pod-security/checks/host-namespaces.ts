import type { Check } from '../check.js';

/**
 * The node's network, process and IPC namespaces must not be shared.
 *
 * Restricted fields: `spec.hostNetwork`, `spec.hostPID`, `spec.hostIPC`
 * Allowed values: undefined, false
 * (policy/check_hostNamespaces.go)
 */
const fields = ['hostNetwork', 'hostPID', 'hostIPC'];

export const hostNamespaces: Check = {
  id: 'hostNamespaces',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: ({ spec }) => fields.map((field) => spec.at(field)).filter(({ value }) => value === true),
    },
  ],
};
