export type { Change, Wrapping } from './change.js';
export { FieldPath, type PlainPath } from './field-path.js';
