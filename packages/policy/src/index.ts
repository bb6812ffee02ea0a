export { evaluateCel, type CelProblem, type CelResult, type CelVariables } from './cel/evaluate-cel.js';
export type { Encoded } from './cel/encode.js';
export type { PolicyVariable } from './cel/admission/variables.js';
export type { RequestFacts } from './cel/admission/values.js';

export { podSecurity, type PodSecurityVerdict } from './pod-security/standards.js';
export type { PodSecurityViolation } from './pod-security/violations.js';
export { podSecurityLabels, type NamespaceLabels, type PodSecurityLabels } from './pod-security/labels.js';
export { podSecurityAdmission } from './pod-security/admission.js';
export type { PodSecurityAnswer, PodSecurityDecision, PodSecurityRequest } from './pod-security/decision.js';
export type { ObjectWithKind } from './pod-security/subject-of.js';

export {
  validatingPolicies,
  type PolicyAnswer,
  type PolicyScenario,
  type RequestAnswer,
} from './admission/policies/validating-policies.js';
export {
  admit,
  type AdmissionAnswer,
  type AdmissionScenario,
  type AdmissionStep,
  type StepRefusal,
} from './admission/chain/admit.js';
export type { Decision } from './admission/policies/decision.js';
export type { ObjectError, RefusedObject } from './admission/objects/read-objects.js';
export type { AdmissionRequest } from './admission/policies/request.js';
export type { ParamScope } from './admission/policies/params.js';

export { judgeCustomObject, type CustomObjectRequest, type CustomObjectVerdict } from './crd/custom-object.js';
export { judgeDefinition, type DefinitionVerdict } from './crd/judge-definition.js';
export type { ResourceError } from './crd/errors.js';
/** Parts of what the library returns. @public */
export type { Message } from '@podlint/messages';
/** @public */
export type { ErrorType } from '@podlint/validation';
export { definedResources } from './crd/definitions.js';
