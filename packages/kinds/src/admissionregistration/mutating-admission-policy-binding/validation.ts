import { type Decoded, FieldPath, type admissionregistration } from '@podlint/model';
import { type Context, dnsSubdomainProblem, requireName } from '@podlint/validation';
import { validateMatchResources, validateMutatingOperations } from '../match-resources.js';
import { validateParamRef } from '../params.js';
import { admissionStrategy } from '../strategy.js';

type MutatingAdmissionPolicyBinding = Decoded<admissionregistration.MutatingAdmissionPolicyBinding>;

const specPath = FieldPath.root.child('spec');

/**
 * pkg/registry/admissionregistration/mutatingadmissionpolicybinding/strategy.go, and
 * ValidateMutatingAdmissionPolicyBinding in pkg/apis/admissionregistration/validation.
 */
export const mutatingAdmissionPolicyBindingStrategy =
  admissionStrategy<MutatingAdmissionPolicyBinding>(validateBinding);

function validateBinding({ spec = {} }: MutatingAdmissionPolicyBinding, _old: unknown, context: Context): void {
  const resourcesPath = specPath.child('matchResources');
  requireName(spec.policyName, specPath.child('policyName'), dnsSubdomainProblem, context);
  validateParamRef(spec.paramRef, specPath.child('paramRef'), context);
  validateMatchResources(spec.matchResources, resourcesPath, context);
  validateMutatingOperations(spec.matchResources ?? {}, resourcesPath, context);
}
