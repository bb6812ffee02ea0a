export { evaluateCel, type CelProblem, type CelResult, type CelVariables } from './cel/evaluate-cel.js';
export type { Encoded } from './cel/encode.js';
export type { PolicyVariable } from './cel/admission/variables.js';
export type { RequestFacts } from './cel/admission/values.js';

export { podSecurity, type PodSecurityVerdict, type PodSecurityViolation } from './pod-security/standards.js';
export { podSecurityLabels, type NamespaceLabels, type PodSecurityLabels } from './pod-security/labels.js';
export { podSecurityAdmission } from './pod-security/admission.js';
export type { PodSecurityAnswer, PodSecurityDecision, PodSecurityRequest } from './pod-security/decision.js';
export type { ObjectWithKind } from './pod-security/subject.js';

export { judgeCustomObject, type CustomObjectRequest, type CustomObjectVerdict } from './crd/custom-object.js';
export { judgeDefinition, type DefinitionVerdict } from './crd/judge-definition.js';
export type { ResourceError } from './crd/errors.js';
/** Parts of what the library returns. @public */
export type { Message } from '@podlint/messages';
/** @public */
export type { ErrorType } from '@podlint/validation';
