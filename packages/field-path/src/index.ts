export type { Change, Wrapping } from './change.js';
export { FieldPath, type PlainPath, type SegmentKind } from './field-path.js';
