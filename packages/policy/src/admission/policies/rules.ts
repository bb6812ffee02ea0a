import type { Decoded, admissionregistration } from '@podlint/model';
import type { Attributes, ResourceVersion } from './attributes.js';

export type NamedRule = Decoded<admissionregistration.NamedRuleWithOperations>;

/** Whether a rule is about a request for the resource in that version (webhook/predicates/rules, Matcher). */
export function ruleMatches(rule: NamedRule, attributes: Attributes, resource: ResourceVersion): boolean {
  return (
    scopeMatches(rule.scope ?? '*', attributes, resource) &&
    includesOrAll(rule.operations, attributes.operation) &&
    includesOrAll(rule.apiGroups, resource.group) &&
    includesOrAll(rule.apiVersions, resource.version) &&
    (rule.resources ?? []).some((pattern) => resourceMatches(pattern, resource.plural, attributes.subresource)) &&
    nameMatches(rule, attributes)
  );
}

function includesOrAll(names: readonly string[] = [], wanted: string): boolean {
  return names.includes('*') || names.includes(wanted);
}

/** A Namespace is an object outside of namespaces, though its requests name it as one. */
function scopeMatches(scope: string, { namespace }: Attributes, resource: ResourceVersion): boolean {
  const isNamespaced = namespace !== '' && !isNamespaces(resource);
  return scope === '*' || (scope === 'Namespaced' ? isNamespaced : scope === 'Cluster' && !isNamespaced);
}

export function isNamespaces({ group, version, plural }: ResourceVersion): boolean {
  return group === '' && version === 'v1' && plural === 'namespaces';
}

/** `pods`, `pods/status`, with "*" for either part. */
function resourceMatches(pattern: string, plural: string, subresource: string): boolean {
  const slash = pattern.indexOf('/');
  const [resource, sub] = slash < 0 ? [pattern, ''] : [pattern.slice(0, slash), pattern.slice(slash + 1)];
  return (resource === '*' || resource === plural) && (sub === '*' || sub === subresource);
}

function nameMatches({ resourceNames = [] }: NamedRule, { name }: Attributes): boolean {
  return resourceNames.length === 0 || resourceNames.includes(name);
}
