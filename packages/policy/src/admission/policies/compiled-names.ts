import type { Decoded, Minor, admissionregistration } from '@podlint/model';
import { policyEnvironment } from '../../cel/admission/environment.js';
import { PolicyVariables, type CompiledVariable } from '../../cel/admission/variables.js';
import { compile, type Compiled } from '../../cel/compile.js';
import type { Environment, Library } from '../../cel/environment.js';
import { environmentOf } from '../../cel/kubernetes.js';

export interface Condition {
  readonly expression: string;
  readonly compiled: Compiled;
}

/** What policies of both kinds have beside what they do. */
export interface CompiledPart {
  /** `Fail` or `Ignore`. */
  readonly failurePolicy: string;
  readonly variables: readonly CompiledVariable[];
  readonly conditions: readonly Condition[];
}

type Spec = Pick<
  Decoded<admissionregistration.ValidatingAdmissionPolicySpec>,
  'paramKind' | 'failurePolicy' | 'variables' | 'matchConditions'
>;

/** Environments that know the names of a policy; of what is stored all that the version knows may be used. */
interface NamingEnvironments {
  readonly part: CompiledPart;
  /** All names. */
  readonly environment: Environment;
  /** The same with what a library adds. */
  readonly extendedBy: (library: Library) => Environment;
  /** Those that messages may use: they cannot ask the authorizer. */
  readonly ofMessages: () => Environment;
}

/** The variables and conditions of a policy, compiled, and what all else in it is compiled with. */
export function compileNames(spec: Spec, minor: Minor): NamingEnvironments {
  const base = environmentOf(minor);
  const params = spec.paramKind !== undefined;
  const variables = new PolicyVariables(
    (spec.variables ?? []).map(({ name = '', expression = '' }) => ({ name, expression })),
    (types) => policyEnvironment({ params, authorizer: true, variables: types }, base),
  );
  const names = { params, authorizer: true, variables: variables.types };
  const environment = policyEnvironment(names, base);
  return {
    part: {
      failurePolicy: spec.failurePolicy ?? 'Fail',
      variables: variables.all,
      conditions: (spec.matchConditions ?? []).map(({ expression = '' }) =>
        conditionOf(expression.trim(), environment),
      ),
    },
    environment,
    extendedBy: (library) => policyEnvironment(names, base.extend(library)),
    ofMessages: () => policyEnvironment({ ...names, authorizer: false }, base),
  };
}

export function conditionOf(expression: string, environment: Environment): Condition {
  return { expression, compiled: compile(expression, environment) };
}
