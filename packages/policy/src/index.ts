export {
  compile,
  evaluate,
  serverBudget,
  type Budget,
  type Compiled,
  type Evaluation,
  type Program,
} from './cel/compile.js';
export {
  declare,
  declareOne,
  Environment,
  method,
  overload,
  type FunctionDeclaration,
  type Library,
  type ObjectType,
  type Operation,
  type Overload,
  type VariableDeclarations,
} from './cel/environment.js';
export { kubernetesEnvironment } from './cel/kubernetes.js';
export { policyEnvironment, type ObjectTypes, type PolicyNames } from './cel/admission/environment.js';
export { admissionRequest, namespaceValue, type RequestFacts } from './cel/admission/values.js';
export { PolicyVariables, VariableValues, type PolicyVariable } from './cel/admission/variables.js';
export { evaluateCel, type CelProblem, type CelResult, type CelVariables } from './cel/evaluate-cel.js';
export { encode, type Encoded, type EncodedValue } from './cel/encode.js';
export type { Activation } from './cel/evaluate/run.js';
export { jsonPatchLibrary } from './cel/library/json-patch.js';
export { positionOf, type CompileProblem, type Position } from './cel/syntax/problem.js';
export * as celTypes from './cel/types.js';
export { adapted, Failure, type Value } from './cel/values/value.js';

export { podSecurity, type PodSecurityVerdict, type PodSecurityViolation } from './pod-security/standards.js';
export { podSecurityLabels, type NamespaceLabels, type PodSecurityLabels } from './pod-security/labels.js';
export { podSecurityAdmission } from './pod-security/admission.js';
export type { PodSecurityAnswer, PodSecurityDecision, PodSecurityRequest } from './pod-security/decision.js';
export type { ObjectWithKind } from './pod-security/subject.js';

export { judgeCustomObject, type CustomObjectRequest, type CustomObjectVerdict } from './crd/custom-object.js';
export { judgeDefinition, type DefinitionVerdict } from './crd/judge-definition.js';
