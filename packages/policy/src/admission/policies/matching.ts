import type { Message } from '@podlint/messages';
import { labelsMatch, type Decoded, type admissionregistration } from '@podlint/model';
import { labelsOf } from '../objects/resource.js';
import { isSameVersion, type Attributes, type ResourceVersion } from './attributes.js';
import type { Namespaces } from './namespaces.js';
import { ruleMatches, type NamedRule } from './rules.js';

type MatchResources = Decoded<admissionregistration.MatchResources>;
type Selector = MatchResources['namespaceSelector'];

/** Whether constraints are about a request, in which version, or what keeps one from knowing. */
export type Match = 'no' | { readonly as: ResourceVersion } | { readonly fault: Message };

/** policy/matching/matching.go, Matches. A namespace that does not exist matters only where all else fits. */
export function matchOf(constraints: MatchResources, attributes: Attributes, namespaces: Namespaces): Match {
  const { resourceRules = [], excludeResourceRules = [], matchPolicy, namespaceSelector, objectSelector } = constraints;
  const inNamespace = namespaceMatches(namespaceSelector, attributes, namespaces);
  if (inNamespace === false || !objectMatches(objectSelector, attributes)) return 'no';
  if (versionMatched(excludeResourceRules, matchPolicy, attributes)) return 'no';
  const as = resourceRules.length === 0 ? attributes.resource : versionMatched(resourceRules, matchPolicy, attributes);
  if (!as) return 'no';
  return inNamespace === true ? { as } : inNamespace;
}

function isEmpty({ matchLabels = {}, matchExpressions = [] }: NonNullable<Selector>): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

/** MatchNamespaceSelector: objects outside of namespaces are not excepted by their namespace. */
function namespaceMatches(
  selector: Selector = {},
  attributes: Attributes,
  namespaces: Namespaces,
): boolean | { readonly fault: Message } {
  const { namespace, resource, object, operation, subresource } = attributes;
  const isNamespace = resource.plural === 'namespaces';
  if ((namespace === '' && !isNamespace) || isEmpty(selector)) return true;
  const isOwn = isNamespace && subresource === '' && (operation === 'CREATE' || operation === 'UPDATE');
  if (isOwn) return labelsMatch(selector, object ? labelsOf(object) : {});
  const found = namespaces.find(namespace);
  return found ? labelsMatch(selector, labelsOf(found)) : { fault: namespaces.missing(namespace) };
}

/** MatchObjectSelector: the object or what it was before. */
function objectMatches(selector: Selector = {}, { object, oldObject }: Attributes): boolean {
  if (isEmpty(selector)) return true;
  return [object, oldObject].some((one) => one !== null && labelsMatch(selector, labelsOf(one)));
}

/** matchesResourceRules: the version of the request, or else one that it can be converted to. */
function versionMatched(
  rules: readonly NamedRule[],
  matchPolicy: string | undefined,
  attributes: Attributes,
): ResourceVersion | undefined {
  const { resource, equivalents } = attributes;
  if (rules.some((rule) => ruleMatches(rule, attributes, resource))) return resource;
  if (matchPolicy !== 'Equivalent') return undefined;
  const others = equivalents.filter((other) => !isSameVersion(other, resource));
  for (const rule of rules) {
    const found = others.find((other) => ruleMatches(rule, attributes, other));
    if (found) return found;
  }
  return undefined;
}
