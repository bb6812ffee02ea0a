export { complete, type CompletionFile } from './completion/complete.js';
export type { ClientAbilities } from './completion/item.js';
export { manifests, manifestText } from './completion/manifests.js';
export { resolveCompletion } from './completion/resolve.js';
export { withoutStops } from './completion/snippet.js';
export { hover } from './hover/hover.js';
export { allowedValues, fieldsWithWords } from '../knowledge/allowed-values.js';
