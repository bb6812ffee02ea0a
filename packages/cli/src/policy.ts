import {
  judgeCustomObject as judgeObject,
  podSecurity as violationsOf,
  type CustomObjectRequest,
  type CustomObjectVerdict,
  type ObjectWithKind,
  type PodSecurityVerdict,
} from '@podlint/policy';
import { readYaml } from '@podlint/syntax';

/** The library's entry for what admission says: pure, and apart from the linter's, which loads none of it. */
export {
  admit,
  evaluateCel,
  judgeDefinition,
  podSecurityAdmission,
  podSecurityLabels,
  validatingPolicies,
} from '@podlint/policy';
export type {
  AdmissionAnswer,
  AdmissionRequest,
  AdmissionScenario,
  AdmissionStep,
  CelProblem,
  CelResult,
  CelVariables,
  CustomObjectRequest,
  CustomObjectVerdict,
  Decision,
  DefinitionVerdict,
  Encoded,
  ErrorType,
  Message,
  NamespaceLabels,
  ObjectError,
  ParamScope,
  PodSecurityAnswer,
  PodSecurityDecision,
  PodSecurityLabels,
  PodSecurityRequest,
  PodSecurityVerdict,
  PodSecurityViolation,
  PolicyAnswer,
  PolicyScenario,
  PolicyVariable,
  RefusedObject,
  RequestAnswer,
  RequestFacts,
  ResourceError,
  StepRefusal,
} from '@podlint/policy';

/**
 * What keeps the Pods of an object from the levels of the Pod Security Standards. The object is a value or the text of
 * a manifest; throws where that text is not one that the server could read.
 */
export function podSecurity(object: ObjectWithKind | string, version?: string): PodSecurityVerdict {
  return violationsOf(typeof object === 'string' ? objectIn(object) : object, version);
}

/**
 * What the server says of a custom object, which is a value or the text of a manifest: in a text a key that stands twice
 * is a mistake, as the server's strict reader sees it. Throws where a text is not one that the server could read.
 */
export function judgeCustomObject(request: CustomObjectRequest): CustomObjectVerdict {
  const { object } = request;
  if (typeof object !== 'string') return judgeObject(request);
  const verdict = judgeObject({ ...request, object: objectIn(object) });
  const hasDuplicates = readYaml(object, { strict: true })[0]?.error !== undefined;
  return hasDuplicates && verdict.verdict === 'accept' ? { ...verdict, verdict: 'reject' } : verdict;
}

function objectIn(manifest: string): ObjectWithKind {
  const [first] = readYaml(manifest);
  if (!first || first.error) throw new Error(first ? first.error.message : 'The manifest has no document.');
  return typeof first.json === 'object' && first.json !== null && !Array.isArray(first.json) ? first.json : {};
}
