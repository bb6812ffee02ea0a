export { areAlternatives, structsWithAlternatives } from './alternatives.js';
export { schemaCodes, type SchemaCode } from './codes.js';
export { decode, decodeValue, type Decoding, type ValueDecoding } from './decode.js';
export { describeObject, groupsWithoutDot, type ObjectDescription, type ObjectStatus } from './describe.js';
export { duplicateKeys } from './duplicate-key.js';
export { identityProblems, isServed, unservedProblem } from './identity.js';
export { quoteFix, renameFix } from './fixes.js';
export type { ProblemFix, SchemaProblem } from './problem.js';
export { isPatchDirective } from './unknown-field.js';
export { definitionOf, fieldAt, fieldsOf, pathIn, type Field } from './structure.js';
export {
  fieldAlong,
  fieldOfPattern,
  isStruct,
  itemOf,
  ownedField,
  ownedFieldsIn,
  type OwnedField,
} from './owned-field.js';
export { isRequired, requiredByValidation } from './required.js';
export { usualOrder } from './usual-order.js';
export { isWrittenByServer } from './written-by-server.js';
