import type { Check } from '../check.js';
import { securityContextsOf } from '../subject.js';

/**
 * Windows containers must not be processes of the node.
 *
 * Restricted fields: `securityContext.windowsOptions.hostProcess` of the Pod and of each container
 * Allowed values: undefined, false
 * (policy/check_windowsHostProcess.go)
 */
export const windowsHostProcess: Check = {
  id: 'windowsHostProcess',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: (subject) =>
        securityContextsOf(subject)
          .map((context) => context.at('windowsOptions', 'hostProcess'))
          .filter(({ value }) => value === true),
    },
  ],
};
