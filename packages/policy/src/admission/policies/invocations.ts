import { defineMessages, type Message } from '@podlint/messages';
import type { Decoded, admissionregistration } from '@podlint/model';
import type { Json } from '../../crd/values/json.js';
import type { Attributes, ResourceVersion } from './attributes.js';
import { matchOf } from './matching.js';
import type { Namespaces } from './namespaces.js';
import { collectParams, faultOfParamKind, type ParamSource } from './params.js';
import { isNamespaces } from './rules.js';

const says = defineMessages('policy-dispatch', {
  'bad-policy': 'the policy cannot be used: {problem}',
  'bad-binding': 'the binding cannot be used: {problem}',
});

/** What policies ask of a cluster. */
export interface PolicyCluster {
  readonly namespaces: Namespaces;
  readonly params: ParamSource;
}

/** What policies of both kinds say of the requests that they are about. */
type PolicyScope = Pick<Decoded<admissionregistration.ValidatingAdmissionPolicySpec>, 'matchConstraints' | 'paramKind'>;

type BindingScope = Pick<
  Decoded<admissionregistration.ValidatingAdmissionPolicyBindingSpec>,
  'matchResources' | 'paramRef'
>;

/** What a policy is to be evaluated with for a request, once with each of the params. */
interface Invocations {
  /** The version in which the policy looks at the object. */
  readonly as: ResourceVersion;
  readonly params: readonly (Json | null)[];
  /** Null for objects outside of namespaces. */
  readonly namespace: Json | null;
}

interface NotInvoked {
  readonly fault: Message;
  /** The namespace of the request does not exist, whatever the policy says about failures. */
  readonly notFound?: true;
}

/** Dispatch, policy/generic/policy_dispatcher.go, for one policy and one of its bindings; `no`: it is about other requests. */
export function invocationsOf(
  policy: PolicyScope,
  binding: BindingScope,
  attributes: Attributes,
  cluster: PolicyCluster,
): 'no' | Invocations | NotInvoked {
  const found = matched(policy, binding, attributes, cluster);
  if (found === 'no' || 'fault' in found) return found;
  const params = collectParams(policy.paramKind, binding.paramRef, attributes.namespace, cluster.params);
  if ('fault' in params) return { fault: says['bad-binding']({ problem: params.fault }) };
  const namespace = namespaceOf(attributes, cluster);
  return namespace === undefined
    ? { fault: cluster.namespaces.missing(attributes.namespace), notFound: true }
    : { as: found.as, params, namespace };
}

function matched(
  policy: PolicyScope,
  { matchResources }: BindingScope,
  attributes: Attributes,
  { namespaces, params }: PolicyCluster,
): 'no' | { readonly as: ResourceVersion } | { readonly fault: Message } {
  const ofPolicy = matchOf(policy.matchConstraints ?? {}, attributes, namespaces);
  if (ofPolicy === 'no') return 'no';
  if ('fault' in ofPolicy) return { fault: says['bad-policy']({ problem: ofPolicy.fault }) };
  const noKind = faultOfParamKind(policy.paramKind, params);
  const ofBinding = matchResources ? matchOf(matchResources, attributes, namespaces) : ofPolicy;
  if (noKind) return { fault: says['bad-policy']({ problem: noKind }) };
  if (ofBinding === 'no') return 'no';
  return 'fault' in ofBinding ? { fault: says['bad-binding']({ problem: ofBinding.fault }) } : ofPolicy;
}

/** Null for objects outside of namespaces, undefined for a namespace that does not exist. */
function namespaceOf({ namespace, resource }: Attributes, { namespaces }: PolicyCluster) {
  return namespace === '' || isNamespaces(resource) ? null : namespaces.find(namespace);
}
