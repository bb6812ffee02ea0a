export { validatePersistentVolumeClaimTemplate } from './claims.js';
export { descendingPathProblem, hasBackstep, localPathProblem } from './paths.js';
export type { PodVolumes, Volume } from './types.js';
export { validateVolumes } from './validate.js';
