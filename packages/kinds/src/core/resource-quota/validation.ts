import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import { type Context, dnsSubdomainProblem, quotaResourceNames, validateAmount } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateScopeSelector, validateScopes } from './scopes.js';

const says = defineMessages('resource-quota', {
  'scopes-changed':
    'The scopes of a quota are settled when it is created. Delete and recreate it, or create another one.',
});

type ResourceQuota = Decoded<core.ResourceQuota>;
type ResourceQuotaSpec = Decoded<core.ResourceQuotaSpec>;

const specPath = FieldPath.root.child('spec');

/** pkg/registry/core/resourcequota/strategy.go and ValidateResourceQuota in pkg/apis/core/validation. */
export const resourceQuotaStrategy: Strategy<ResourceQuota> = {
  nameProblem: dnsSubdomainProblem,
  validateCreate({ spec = {} }, context) {
    validateSpec(spec, context);
  },
  validateUpdate({ spec = {} }, { spec: oldSpec = {} }, context) {
    validateSpec(spec, context);
    if (!sameScopes(spec.scopes, oldSpec.scopes))
      context.report.invalid(specPath.child('scopes'), says['scopes-changed']());
  },
};

function validateSpec(spec: ResourceQuotaSpec, context: Context): void {
  const path = specPath.child('hard');
  for (const [name, amount = '0'] of Object.entries(spec.hard ?? {})) {
    quotaResourceNames(name, path, context.report);
    validateAmount(name, amount, path.key(name), context);
  }
  validateScopes(spec, specPath, context);
  validateScopeSelector(spec, specPath.child('scopeSelector'), context);
}

/** As sets. */
function sameScopes(scopes: readonly string[] = [], others: readonly string[] = []): boolean {
  return scopes.every((scope) => others.includes(scope)) && others.every((scope) => scopes.includes(scope));
}
