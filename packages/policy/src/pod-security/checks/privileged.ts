import type { Check } from '../check.js';
import { containerContextsOf } from '../subject.js';

/**
 * Privileged containers have nearly no boundary to the node.
 *
 * Restricted fields: `spec.{containers,initContainers,ephemeralContainers}[*].securityContext.privileged`
 * Allowed values: undefined, false
 * (policy/check_privileged.go)
 */
export const privileged: Check = {
  id: 'privileged',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: (subject) =>
        containerContextsOf(subject)
          .map((context) => context.at('privileged'))
          .filter(({ value }) => value === true),
    },
  ],
};
