export { FieldPath } from './path.js';
export { defaultVersion, parseVersion, versions, type Coverage, type KubernetesVersion, type Minor } from './versions.js';
export { isEnabled, onByDefaultSince, stageOf, type FeatureGate, type GateStage } from './feature-gates.js';
export { findKind, findKindByName, kinds, type Kind } from './kinds.js';
export { parseQuantity, type Quantity } from './quantity.js';
export type { Decoded, apps, batch, core, meta } from './types.js';
