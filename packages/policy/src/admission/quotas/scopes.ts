import type { Decoded, core, meta } from '@podlint/model';
import type { ScopeRequirement } from './evaluator.js';

/** What a quota is limited to, `scopes` and `scopeSelector` alike (getScopeSelectorsFromQuota). */
export function scopesOf({ spec = {} }: Decoded<core.ResourceQuota>): readonly ScopeRequirement[] {
  const { scopes = [], scopeSelector: selector } = spec;
  return [
    ...scopes.map((scopeName): ScopeRequirement => ({ scopeName, operator: 'Exists' })),
    ...(selector?.matchExpressions ?? []),
  ];
}

/** The requirement as a selector over `{<scope>: <name>}` (ScopedResourceSelectorRequirementsAsSelector). */
export function scopeSelector({ scopeName, operator, values }: ScopeRequirement): Decoded<meta.LabelSelector> {
  const requirement: Decoded<meta.LabelSelectorRequirement> = { ...(values && { values }) };
  if (scopeName !== undefined) requirement.key = scopeName;
  if (operator !== undefined) requirement.operator = operator;
  return { matchExpressions: [requirement] };
}
