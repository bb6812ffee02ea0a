export { FieldPath, type PlainPath, type SegmentKind } from './field-path.js';
