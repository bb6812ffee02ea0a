import { defineMessages, type Message } from '@podlint/messages';
import type { Decoded, admissionregistration } from '@podlint/model';
import type { Attributes } from '../policies/attributes.js';
import type { Condition } from '../policies/compiled-names.js';
import type { RunCluster } from './cluster.js';

const says = defineMessages('admission-unknown', {
  'the-asker': 'who asks, which no file says',
  'the-namespace': 'the labels of the namespace {namespace}, which is not among the files',
});

/** What a policy asks of a request. */
export interface Questions {
  readonly expressions: readonly string[];
  /** Of namespaces. */
  readonly selectors: readonly (object | undefined)[];
}

type PolicySpec = Pick<Decoded<admissionregistration.ValidatingAdmissionPolicySpec>, 'matchConstraints' | 'variables'>;
type BindingSpec = Pick<Decoded<admissionregistration.ValidatingAdmissionPolicyBindingSpec>, 'matchResources'>;

/** All that a policy of either kind and its binding ask; `compiled`: what the policy has beside variables. */
export function questionsOf(
  { matchConstraints, variables = [] }: PolicySpec,
  binding: BindingSpec,
  compiled: readonly Condition[],
): Questions {
  return {
    expressions: [...compiled, ...variables].map(({ expression = '' }) => expression),
    selectors: [matchConstraints?.namespaceSelector, binding.matchResources?.namespaceSelector],
  };
}

const asker = /\brequest\.userInfo\b|\bauthorizer\b/;
const namespaceRead = /\bnamespaceObject\b/;

/** What the answer rests on and nobody knows; undefined: it holds wherever the files are applied. */
export function unknownOf(
  { expressions, selectors }: Questions,
  { namespace, resource }: Pick<Attributes, 'namespace' | 'resource'>,
  cluster: RunCluster,
): Message | undefined {
  if (expressions.some((expression) => asker.test(expression))) return says['the-asker']();
  if (namespace === '' || resource.plural === 'namespaces' || cluster.hasNamespace(namespace)) return undefined;
  const isAsked =
    expressions.some((expression) => namespaceRead.test(expression)) ||
    selectors.some((selector = {}) => looksAtLabels(JSON.stringify(selector)));
  return isAsked ? says['the-namespace']({ namespace }) : undefined;
}

/** The name is a label of every namespace. */
function looksAtLabels(selector: string): boolean {
  return selector !== '{}' && !/^[^:]*:\{"kubernetes\.io\/metadata\.name":"[^"]*"\}\}$/.test(selector);
}
