import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type admissionregistration } from '@podlint/model';
import { type Context, dnsSubdomainProblem, reportedUnder, requireName } from '@podlint/validation';
import { validateMatchResources } from '../match-resources.js';
import { validateParamRef } from '../params.js';
import { admissionStrategy } from '../strategy.js';

const says = defineMessages('policy-binding', {
  'no-action':
    'validationActions is not set. It says what happens when the policy is violated. List Deny, Warn or Audit.',
  'action-twice': '{action} is listed twice. Remove one.',
  'deny-and-warn': 'Deny tells the user already what Warn would say. Remove one of the two.',
});

type ValidatingAdmissionPolicyBinding = Decoded<admissionregistration.ValidatingAdmissionPolicyBinding>;

const specPath = FieldPath.root.child('spec');
const actionNames = ['Audit', 'Deny', 'Warn'];
/** Until then upstream wrote the name of the field with a letter less. */
const resourcesSpeltSince: Minor = 32;

/**
 * pkg/registry/admissionregistration/validatingadmissionpolicybinding/strategy.go, and
 * ValidateValidatingAdmissionPolicyBinding in pkg/apis/admissionregistration/validation.
 */
export const validatingAdmissionPolicyBindingStrategy =
  admissionStrategy<ValidatingAdmissionPolicyBinding>(validateBinding);

function validateBinding({ spec = {} }: ValidatingAdmissionPolicyBinding, _old: unknown, context: Context): void {
  requireName(spec.policyName, specPath.child('policyName'), dnsSubdomainProblem, context);
  validateParamRef(spec.paramRef, specPath.child('paramRef'), context);
  const reported = specPath.child(context.minor < resourcesSpeltSince ? 'matchResouces' : 'matchResources');
  reportedUnder(reported, specPath.child('matchResources'), context, (path) => {
    validateMatchResources(spec.matchResources, path, context);
  });
  validateActions(spec.validationActions ?? [], specPath.child('validationActions'), context);
}

/** validateValidationActions. */
function validateActions(actions: readonly string[], path: FieldPath, { report }: Context): void {
  actions.forEach((action, i) => {
    if (!actionNames.includes(action)) report.notSupported(path.index(i), action, actionNames);
    if (actions.indexOf(action) < i) report.duplicate(path.index(i), says['action-twice']({ action }));
  });
  if (actions.includes('Deny') && actions.includes('Warn')) report.invalid(path, says['deny-and-warn']());
  if (actions.length === 0) report.required(path, says['no-action']());
}
