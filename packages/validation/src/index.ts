export { validateCreate, type CreateResult } from './create.js';
export { ErrorList, type ErrorType, type FieldError, type Related } from './errors.js';
