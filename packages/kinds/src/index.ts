export { validateCreate, type CreateResult } from './admit/create.js';
export { validateUpdate, type UpdateResult } from './admit/update.js';
