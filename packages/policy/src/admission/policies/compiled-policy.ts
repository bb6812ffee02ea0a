import type { Decoded, Minor, admissionregistration } from '@podlint/model';
import type { Environment } from '../../cel/environment.js';
import { compileNames, conditionOf, type CompiledPart, type Condition } from './compiled-names.js';

export type Policy = Decoded<admissionregistration.ValidatingAdmissionPolicy>;
type Spec = Decoded<admissionregistration.ValidatingAdmissionPolicySpec>;

export interface CompiledValidation extends Condition {
  readonly validation: Decoded<admissionregistration.Validation>;
  readonly message: Condition | undefined;
}

interface CompiledAnnotation extends Condition {
  readonly key: string;
}

/** The expressions of a policy, compiled. */
export interface CompiledPolicy extends CompiledPart {
  readonly policy: Policy;
  readonly validations: readonly CompiledValidation[];
  readonly annotations: readonly CompiledAnnotation[];
}

/** compilePolicy, policy/validating/plugin.go */
export function compilePolicy(policy: Policy, minor: Minor): CompiledPolicy {
  const { spec = {} } = policy;
  const { part, environment, ofMessages } = compileNames(spec, minor);
  return { policy, ...part, ...compileExpressions(spec, environment, ofMessages()) };
}

function compileExpressions(
  { validations = [], auditAnnotations = [] }: Spec,
  environment: Environment,
  ofMessages: Environment,
): Pick<CompiledPolicy, 'validations' | 'annotations'> {
  return {
    validations: validations.map((validation) => {
      const { expression = '', messageExpression = '' } = validation;
      const message = messageExpression === '' ? undefined : conditionOf(messageExpression, ofMessages);
      return { ...conditionOf(expression, environment), validation, message };
    }),
    annotations: auditAnnotations.map(({ key = '', valueExpression = '' }) => ({
      ...conditionOf(valueExpression, environment),
      key,
    })),
  };
}
