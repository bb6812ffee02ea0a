import type { Decoded, Minor, admissionregistration } from '@podlint/model';
import { policyEnvironment } from '../../cel/admission/environment.js';
import { patchLibrary } from '../../cel/admission/patches.js';
import { PolicyVariables, type CompiledVariable } from '../../cel/admission/variables.js';
import { compile } from '../../cel/compile.js';
import { environmentOf } from '../../cel/kubernetes.js';
import type { Condition } from '../policies/compiled-policy.js';

export type MutatingPolicy = Decoded<admissionregistration.MutatingAdmissionPolicy>;
export type MutatingBinding = Decoded<admissionregistration.MutatingAdmissionPolicyBinding>;

export interface CompiledMutation extends Condition {
  readonly type: 'ApplyConfiguration' | 'JSONPatch';
}

/** The expressions of a policy, compiled (policy/mutating/compilation.go, compilePolicy). */
export interface CompiledMutatingPolicy {
  readonly policy: MutatingPolicy;
  /** `Fail` or `Ignore`. */
  readonly failurePolicy: string;
  readonly variables: readonly CompiledVariable[];
  readonly conditions: readonly Condition[];
  readonly mutations: readonly CompiledMutation[];
}

/** Of what is stored all that the version knows may be used. */
export function compileMutatingPolicy(policy: MutatingPolicy, minor: Minor): CompiledMutatingPolicy {
  const { spec = {} } = policy;
  const base = environmentOf(minor);
  const params = spec.paramKind !== undefined;
  const variables = new PolicyVariables(
    (spec.variables ?? []).map(({ name = '', expression = '' }) => ({ name, expression })),
    (types) => policyEnvironment({ params, authorizer: true, variables: types }, base),
  );
  const names = { params, authorizer: true, variables: variables.types };
  const ofConditions = policyEnvironment(names, base);
  const ofPatches = policyEnvironment(names, base.extend(patchLibrary));
  return {
    policy,
    failurePolicy: spec.failurePolicy ?? 'Fail',
    variables: variables.all,
    conditions: (spec.matchConditions ?? []).map(({ expression = '' }) => {
      return { expression: expression.trim(), compiled: compile(expression.trim(), ofConditions) };
    }),
    mutations: (spec.mutations ?? []).map(({ patchType, applyConfiguration, jsonPatch }) => {
      const isPatch = patchType === 'JSONPatch';
      const { expression = '' } = (isPatch ? jsonPatch : applyConfiguration) ?? {};
      return {
        type: isPatch ? 'JSONPatch' : 'ApplyConfiguration',
        expression,
        compiled: compile(expression, ofPatches),
      };
    }),
  };
}
