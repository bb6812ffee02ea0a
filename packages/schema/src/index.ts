export { schemaCodes, type SchemaCode } from './codes.js';
export { decode, type Decoding } from './decode.js';
export { describeObject, type ObjectDescription, type ObjectStatus } from './describe.js';
export { identityProblems, type UnnamedSource } from './identity.js';
export type { ProblemFix, RelatedRange, SchemaProblem } from './problem.js';
export { nearestNames } from './spelling.js';
export {
  childPath,
  definitionName,
  definitionOf,
  fieldAt,
  fieldsOf,
  pathIn,
  type Definition,
  type Field,
  type NamedField,
} from './structure.js';
