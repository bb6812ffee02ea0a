/** The Pod Security Standards alone, for those who have objects with their defaults at hand. */
export { controlOf } from './pod-security/controls.js';
export { highestLevel, type HighestLevel } from './pod-security/highest-level.js';
export { modes, policyOf, policyOfDefaults, type Defaults, type Policy } from './pod-security/labels.js';
export { parseLevel, parseStandardsVersion, type LevelVersion } from './pod-security/level.js';
export { Place } from './pod-security/place.js';
export type { Subject } from './pod-security/subject.js';
export { violationsAt, type PodSecurityViolation } from './pod-security/violations.js';
