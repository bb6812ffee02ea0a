export { validateCreate, type CreateResult } from './admit/create.js';
export { decode } from './admit/decode.js';
export { applyDefaults } from './admit/defaults.js';
export { convertToInternal } from './admit/internal-form.js';
export { storedForm } from './admit/stored-form.js';
export { validateUpdate, type UpdateResult } from './admit/update.js';
export type { KindModule } from './kind-module.js';
export { kindModules } from './registry.js';
