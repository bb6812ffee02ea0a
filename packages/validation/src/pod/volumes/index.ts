export { validatePersistentVolumeClaimTemplate } from './claims.js';
export type { PodVolumes } from './types.js';
export { validateVolumes } from './validate.js';
