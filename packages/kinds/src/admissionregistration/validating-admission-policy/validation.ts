import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type admissionregistration } from '@podlint/model';
import type { Context } from '@podlint/validation';
import { lateChecks } from '../../late-checks.js';
import { validateChangedConditions } from '../match-conditions.js';
import { validateMatchConstraints } from '../match-resources.js';
import { validateParamKind } from '../params.js';
import { type PolicyScope, validateVariables } from '../policy-expressions.js';
import { admissionStrategy } from '../strategy.js';
import { checkChoice, failurePolicies } from '../webhooks.js';
import { validateAuditAnnotations } from './audit-annotations.js';
import { type StoredExpressions, validateValidations } from './validations.js';

const says = defineMessages('validating-admission-policy', {
  'nothing-to-do': 'The policy neither checks nor notes anything. List at least one item in validations.',
});

type ValidatingAdmissionPolicy = Decoded<admissionregistration.ValidatingAdmissionPolicy>;
type Spec = Decoded<admissionregistration.ValidatingAdmissionPolicySpec>;

const specPath = FieldPath.root.child('spec');

/**
 * pkg/registry/admissionregistration/validatingadmissionpolicy/strategy.go, and ValidateValidatingAdmissionPolicy in
 * pkg/apis/admissionregistration/validation. Who asks may read the params: only a cluster knows.
 */
export const validatingAdmissionPolicyStrategy = admissionStrategy<ValidatingAdmissionPolicy>(
  (policy, old, context) => {
    validatePolicy(policy, old && (old.spec ?? {}), context);
  },
);

/** validateValidatingAdmissionPolicySpec. */
function validatePolicy(
  { metadata = {}, spec = {} }: ValidatingAdmissionPolicy,
  old: Spec | undefined,
  context: Context,
): void {
  const { variables = [], validations = [], auditAnnotations = [] } = spec;
  const { report } = context;
  checkChoice(spec, 'failurePolicy', failurePolicies, specPath, context);
  if (spec.paramKind) validateParamKind(spec.paramKind, specPath.child('paramKind'), context);
  validateMatchConstraints(spec.matchConstraints, specPath.child('matchConstraints'), context);
  validateChangedConditions(spec, old, specPath.child('matchConditions'), context);
  const stored = storedExpressions(old);
  const scope: PolicyScope = {
    expressions: lateChecks().policyExpressions(context.minor),
    params: spec.paramKind !== undefined,
    variables: variables.length > 0,
  };
  validateVariables(variables, scope, stored.validations, specPath.child('variables'), context);
  if (validations.length + auditAnnotations.length === 0)
    for (const field of ['validations', 'auditAnnotations'])
      report.required(specPath.child(field), says['nothing-to-do']());
  validateValidations(validations, scope, stored, specPath.child('validations'), context);
  validateAuditAnnotations(
    auditAnnotations,
    metadata.name ?? '',
    { scope, stored: stored.values },
    specPath.child('auditAnnotations'),
    context,
  );
}

/** findValidatingPolicyPreexistingExpressions. */
function storedExpressions({ validations = [], auditAnnotations = [] }: Spec = {}): StoredExpressions {
  return {
    validations: new Set(validations.map(({ expression = '' }) => expression)),
    messages: new Set(validations.map(({ messageExpression = '' }) => messageExpression)),
    values: new Set(auditAnnotations.map(({ valueExpression = '' }) => valueExpression)),
  };
}
