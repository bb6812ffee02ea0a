import type { Decoded, Minor, admissionregistration } from '@podlint/model';
import { policyEnvironment } from '../../cel/admission/environment.js';
import { PolicyVariables, type CompiledVariable } from '../../cel/admission/variables.js';
import { compile, type Compiled } from '../../cel/compile.js';
import type { Environment } from '../../cel/environment.js';
import { environmentOf } from '../../cel/kubernetes.js';

export type Policy = Decoded<admissionregistration.ValidatingAdmissionPolicy>;
type Spec = Decoded<admissionregistration.ValidatingAdmissionPolicySpec>;

export interface Condition {
  readonly expression: string;
  readonly compiled: Compiled;
}

export interface CompiledValidation extends Condition {
  readonly validation: Decoded<admissionregistration.Validation>;
  readonly message: Condition | undefined;
}

interface CompiledAnnotation extends Condition {
  readonly key: string;
}

/** The expressions of a policy, compiled. */
export interface CompiledPolicy {
  readonly policy: Policy;
  /** `Fail` or `Ignore`. */
  readonly failurePolicy: string;
  readonly variables: readonly CompiledVariable[];
  readonly conditions: readonly Condition[];
  readonly validations: readonly CompiledValidation[];
  readonly annotations: readonly CompiledAnnotation[];
}

/** compilePolicy, policy/validating/plugin.go; of what is stored all that the version knows may be used. */
export function compilePolicy(policy: Policy, minor: Minor): CompiledPolicy {
  const { spec = {} } = policy;
  const base = environmentOf(minor);
  const params = spec.paramKind !== undefined;
  const variables = new PolicyVariables(
    (spec.variables ?? []).map(({ name = '', expression = '' }) => ({ name, expression })),
    (types) => policyEnvironment({ params, authorizer: true, variables: types }, base),
  );
  const named = (authorizer: boolean): Environment =>
    policyEnvironment({ params, authorizer, variables: variables.types }, base);
  return {
    policy,
    failurePolicy: spec.failurePolicy ?? 'Fail',
    variables: variables.all,
    ...compileExpressions(spec, named(true), named(false)),
  };
}

/** Messages cannot ask the authorizer. */
function compileExpressions(
  { matchConditions = [], validations = [], auditAnnotations = [] }: Spec,
  environment: Environment,
  ofMessages: Environment,
): Pick<CompiledPolicy, 'conditions' | 'validations' | 'annotations'> {
  const condition = (expression: string): Condition => ({ expression, compiled: compile(expression, environment) });
  return {
    conditions: matchConditions.map(({ expression = '' }) => condition(expression.trim())),
    validations: validations.map((validation) => {
      const { expression = '', messageExpression = '' } = validation;
      const message =
        messageExpression === ''
          ? undefined
          : { expression: messageExpression, compiled: compile(messageExpression, ofMessages) };
      return { ...condition(expression), validation, message };
    }),
    annotations: auditAnnotations.map(({ key = '', valueExpression = '' }) => ({ ...condition(valueExpression), key })),
  };
}
