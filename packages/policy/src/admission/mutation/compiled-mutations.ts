import type { Decoded, Minor, admissionregistration } from '@podlint/model';
import { patchLibrary } from '../../cel/admission/patches.js';
import { compileNames, conditionOf, type CompiledPart, type Condition } from '../policies/compiled-names.js';

export type MutatingPolicy = Decoded<admissionregistration.MutatingAdmissionPolicy>;
export type MutatingBinding = Decoded<admissionregistration.MutatingAdmissionPolicyBinding>;

export interface CompiledMutation extends Condition {
  readonly type: 'ApplyConfiguration' | 'JSONPatch';
}

/** The expressions of a policy, compiled (policy/mutating/compilation.go, compilePolicy). */
export interface CompiledMutatingPolicy extends CompiledPart {
  readonly policy: MutatingPolicy;
  readonly mutations: readonly CompiledMutation[];
}

export function compileMutatingPolicy(policy: MutatingPolicy, minor: Minor): CompiledMutatingPolicy {
  const { spec = {} } = policy;
  const { part, extendedBy } = compileNames(spec, minor);
  const environment = extendedBy(patchLibrary);
  return {
    policy,
    ...part,
    mutations: (spec.mutations ?? []).map(({ patchType, applyConfiguration, jsonPatch }) => {
      const isPatch = patchType === 'JSONPatch';
      const { expression = '' } = (isPatch ? jsonPatch : applyConfiguration) ?? {};
      return { type: isPatch ? 'JSONPatch' : 'ApplyConfiguration', ...conditionOf(expression, environment) };
    }),
  };
}
