import type { Check } from '../check.js';

/**
 * Directories of the node must not be mounted.
 *
 * Restricted fields: `spec.volumes[*].hostPath`
 * Allowed values: undefined
 * (policy/check_hostPathVolumes.go)
 */
export const hostPathVolumes: Check = {
  id: 'hostPathVolumes',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: ({ spec }) =>
        spec
          .at('volumes')
          .items.map((volume) => volume.at('hostPath'))
          .filter(({ isSet }) => isSet),
    },
  ],
};
