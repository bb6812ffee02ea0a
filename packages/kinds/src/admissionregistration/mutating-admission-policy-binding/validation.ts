import { type Decoded, FieldPath, type admissionregistration } from '@podlint/model';
import { type Context, dnsSubdomainProblem, requireName } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateMatchResources, validateMutatingOperations } from '../match-resources.js';
import { validateParamRef } from '../params.js';
import { validateStaticSuffix } from '../static-suffix.js';

type MutatingAdmissionPolicyBinding = Decoded<admissionregistration.MutatingAdmissionPolicyBinding>;

const specPath = FieldPath.root.child('spec');

/**
 * pkg/registry/admissionregistration/mutatingadmissionpolicybinding/strategy.go, and
 * ValidateMutatingAdmissionPolicyBinding in pkg/apis/admissionregistration/validation.
 */
export const mutatingAdmissionPolicyBindingStrategy: Strategy<MutatingAdmissionPolicyBinding> = {
  nameProblem: dnsSubdomainProblem,
  checksMetadata: 'plainly',
  updateChecksName: true,
  countsGenerations: true,
  validateCreate(binding, context) {
    validateBinding(binding, context);
    validateStaticSuffix(binding, context);
  },
  validateUpdate(binding, _old, context) {
    validateBinding(binding, context);
  },
};

function validateBinding({ spec = {} }: MutatingAdmissionPolicyBinding, context: Context): void {
  const resourcesPath = specPath.child('matchResources');
  requireName(spec.policyName, specPath.child('policyName'), dnsSubdomainProblem, context);
  validateParamRef(spec.paramRef, specPath.child('paramRef'), context);
  validateMatchResources(spec.matchResources, resourcesPath, context);
  validateMutatingOperations(spec.matchResources ?? {}, resourcesPath, context);
}
