import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type admissionregistration } from '@podlint/model';
import { type Context, validateChoice } from '@podlint/validation';
import { lateChecks } from '../../late-checks.js';
import { validateChangedConditions } from '../match-conditions.js';
import { validateMatchConstraints, validateMutatingOperations } from '../match-resources.js';
import { validateParamKind } from '../params.js';
import { type PolicyScope, validateVariables } from '../policy-expressions.js';
import { admissionStrategy } from '../strategy.js';
import { checkChoice, failurePolicies, reinvocationPolicies } from '../webhooks.js';
import { appliedExpressions, validateMutations } from './mutations.js';

const says = defineMessages('mutating-admission-policy', {
  'no-reinvocation':
    'reinvocationPolicy is not set. It says whether the policy runs again after others. Set it to Never.',
  'no-mutations': 'The policy changes nothing. List at least one mutation.',
});

type MutatingAdmissionPolicy = Decoded<admissionregistration.MutatingAdmissionPolicy>;
type Spec = Decoded<admissionregistration.MutatingAdmissionPolicySpec>;

const specPath = FieldPath.root.child('spec');

/**
 * pkg/registry/admissionregistration/mutatingadmissionpolicy/strategy.go, and ValidateMutatingAdmissionPolicy in
 * pkg/apis/admissionregistration/validation. Who asks may read the params: only a cluster knows.
 */
export const mutatingAdmissionPolicyStrategy = admissionStrategy<MutatingAdmissionPolicy>((policy, old, context) => {
  validatePolicy(policy, old && (old.spec ?? {}), context);
});

/** validateMutatingAdmissionPolicySpec. */
function validatePolicy({ spec = {} }: MutatingAdmissionPolicy, old: Spec | undefined, context: Context): void {
  const { matchConstraints, variables = [], mutations = [], reinvocationPolicy } = spec;
  const { report } = context;
  const constraintsPath = specPath.child('matchConstraints');
  checkChoice(spec, 'failurePolicy', failurePolicies, specPath, context);
  if (spec.paramKind) validateParamKind(spec.paramKind, specPath.child('paramKind'), context);
  validateMatchConstraints(matchConstraints, constraintsPath, context);
  validateMutatingOperations(matchConstraints ?? {}, constraintsPath, context);
  validateChangedConditions(spec, old, specPath.child('matchConditions'), context);
  const scope: PolicyScope = {
    expressions: lateChecks().policyExpressions(context.minor),
    params: spec.paramKind !== undefined,
    variables: true,
  };
  validateVariables(variables, scope, new Set(), specPath.child('variables'), context);
  if (mutations.length === 0) report.required(specPath.child('mutations'), says['no-mutations']());
  validateMutations(mutations, scope, appliedExpressions(old), specPath.child('mutations'), context);
  const field = 'reinvocationPolicy';
  validateChoice(reinvocationPolicy, reinvocationPolicies, specPath, field, says['no-reinvocation'], report);
}
