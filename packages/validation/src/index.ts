export { Context } from './context.js';
export { validateCreate, type CreateResult } from './create.js';
export { ErrorList, type ErrorType, type FieldError, type Related } from './errors.js';
export { prepareForCreate } from './prepare.js';
export { disabledPodFields, disabledWorkloadFields, type DisabledFields } from './strategy/disabled-fields.js';
export { environmentFieldPaths, volumeFieldPaths } from './pod/downward-api.js';
export {
  configMapKeyProblem,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelValueProblem,
  portNameProblems,
} from './formats.js';
export { validateUpdate, type UpdateResult } from './update.js';
export type { DroppedField } from './strategy/dropped-fields.js';
export type { Warning } from './warnings/index.js';
