export { Context } from './context.js';
export { validateCreate, type CreateResult } from './create.js';
export { type ErrorType, type FieldError } from './errors.js';
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
export { validateFinalizerNames } from './meta/finalizers.js';
export { pathSegmentProblem, type NameProblem } from './meta/names.js';
export { validateObjectMeta, type ObjectMeta } from './meta/object-meta.js';
export { validateObjectMetaUpdate } from './meta/object-meta-update.js';
export { validateUpdate } from './update.js';
export type { DroppedField } from './strategy/removals.js';
export type { Warning } from './warnings/index.js';
