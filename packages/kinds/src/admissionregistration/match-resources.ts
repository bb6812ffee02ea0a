import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, admissionregistration } from '@podlint/model';
import { type Context, requireField, validateLabelSelector } from '@podlint/validation';
import { validateNamedRule } from './rules.js';
import { checkChoice, matchPolicies } from './webhooks.js';

const says = defineMessages('match-resources', {
  'no-rules': 'A policy has to say what it is about. List at least one rule in resourceRules.',
  'no-constraints': 'A policy has to say what it is about. Set matchConstraints, with a rule in resourceRules.',
});

type MatchResources = Decoded<admissionregistration.MatchResources>;

/** Nobody can mutate what is deleted: supportedMutatingOperations. */
const mutatingOperations = ['*', 'CONNECT', 'CREATE', 'UPDATE'];

/** validateMatchResources, pkg/apis/admissionregistration/validation. */
export function validateMatchResources(resources: MatchResources | undefined, path: FieldPath, context: Context): void {
  if (!resources) return;
  const { resourceRules = [], excludeResourceRules = [] } = resources;
  checkChoice(resources, 'matchPolicy', matchPolicies, path, context);
  for (const field of ['namespaceSelector', 'objectSelector'] as const) {
    requireField(resources[field], path.child(field), context);
    validateLabelSelector(resources[field], path.child(field), context);
  }
  resourceRules.forEach((rule, i) => validateNamedRule(rule, path.child('resourceRules').index(i), context));
  excludeResourceRules.forEach((rule, i) =>
    validateNamedRule(rule, path.child('excludeResourceRules').index(i), context),
  );
}

/** The matchConstraints of a policy, which it cannot do without. */
export function validateMatchConstraints(
  constraints: MatchResources | undefined,
  path: FieldPath,
  context: Context,
): void {
  if (!constraints) {
    context.report.required(path, says['no-constraints']());
    return;
  }
  validateMatchResources(constraints, path, context);
  if (!constraints.resourceRules?.length) context.report.required(path.child('resourceRules'), says['no-rules']());
}

/** Upstream names the operations without saying of which rule. */
export function validateMutatingOperations(
  { resourceRules = [] }: MatchResources,
  path: FieldPath,
  { report }: Context,
): void {
  const field = path.child('resourceRules', 'operations');
  resourceRules.forEach(({ operations = [] }, i) => {
    operations.forEach((operation, j) => {
      if (!mutatingOperations.includes(operation))
        report.notSupported(field, operation, mutatingOperations, {
          at: path.child('resourceRules').index(i).child('operations').index(j),
        });
    });
  });
}
