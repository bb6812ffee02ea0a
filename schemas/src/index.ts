export { featureGates } from './feature-gates.js';
export { judgedKinds, otherKinds, type BuiltInKind } from './kinds.js';
export { presence } from './presence.js';
export { structure, type Definition, type Field } from './structure.js';
export { timeZones } from './time-zones.js';
