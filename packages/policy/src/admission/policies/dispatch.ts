import { defineMessages, textOf, type Message } from '@podlint/messages';
import type { Decoded, admissionregistration } from '@podlint/model';
import type { Attributes, ResourceVersion } from './attributes.js';
import type { CompiledPolicy } from './compiled-policy.js';
import { isNamespaces } from './rules.js';
import { matchOf } from './matching.js';
import type { Namespaces } from './namespaces.js';
import { collectParams, faultOfParamKind, type ParamSource } from './params.js';
import { validate, type Annotation, type Failure, type Validation } from './validator.js';

const says = defineMessages('policy-dispatch', {
  'bad-policy': 'the policy cannot be used: {problem}',
  'bad-binding': 'the binding cannot be used: {problem}',
});

export type Binding = Decoded<admissionregistration.ValidatingAdmissionPolicyBinding>;

/** What policies ask of a cluster. */
export interface PolicyCluster {
  readonly namespaces: Namespaces;
  readonly params: ParamSource;
}

/** What one policy says of a request through one binding. */
export interface Answer {
  readonly policy: CompiledPolicy;
  readonly binding: Binding;
  /** Whether constraints of both are about the request. */
  readonly matches: boolean;
  /** Validations that failed, and their places in the list of the policy. */
  readonly failures: readonly (Failure & { readonly index: number })[];
  /** What refuses the request whatever the binding does with failures; the first reason counts. */
  readonly refusals: readonly Refused[];
  readonly annotations: readonly Annotation[];
}

interface Refused {
  readonly message: Message;
  /** The API's code where it is not that of an invalid object. */
  readonly notFound?: true;
  /** Something that the cluster has not, as far as one knows: params, a namespace, a kind. */
  readonly lacks?: true;
}

/** Dispatch, policy/validating/dispatcher.go, for one policy and one of its bindings. */
export function ask(policy: CompiledPolicy, binding: Binding, attributes: Attributes, cluster: PolicyCluster): Answer {
  const found = matched(policy, binding, attributes, cluster);
  const none = { policy, binding, failures: [], refusals: [], annotations: [] };
  if (found === 'no') return { ...none, matches: false };
  if ('fault' in found) {
    const refusals = policy.failurePolicy === 'Ignore' ? [] : [{ message: found.fault, lacks: true as const }];
    return { ...none, matches: true, refusals };
  }
  const { paramKind } = policy.policy.spec ?? {};
  const params = collectParams(paramKind, binding.spec?.paramRef, attributes.namespace, cluster.params);
  if ('fault' in params) {
    const message = says['bad-binding']({ problem: params.fault });
    return { ...none, matches: true, refusals: policy.failurePolicy === 'Ignore' ? [] : [{ message, lacks: true }] };
  }
  const namespace = namespaceOf(attributes, cluster);
  if (namespace === undefined) {
    const refusal: Refused = { message: cluster.namespaces.missing(attributes.namespace), notFound: true, lacks: true };
    return { ...none, matches: true, refusals: [refusal] };
  }
  const inputs = { attributes, as: found.as, objects: attributes.convert(found.as), namespace };
  return { ...none, matches: true, ...joined(params.map((param) => validate(policy, { ...inputs, params: param }))) };
}

function matched(
  { policy: { spec = {} } }: CompiledPolicy,
  binding: Binding,
  attributes: Attributes,
  { namespaces, params }: PolicyCluster,
): 'no' | { readonly as: ResourceVersion } | { readonly fault: Message } {
  const ofPolicy = matchOf(spec.matchConstraints ?? {}, attributes, namespaces);
  if (ofPolicy === 'no') return 'no';
  if ('fault' in ofPolicy) return { fault: says['bad-policy']({ problem: ofPolicy.fault }) };
  const noKind = faultOfParamKind(spec.paramKind, params);
  const { matchResources } = binding.spec ?? {};
  const ofBinding = matchResources ? matchOf(matchResources, attributes, namespaces) : ofPolicy;
  if (noKind) return { fault: says['bad-policy']({ problem: noKind }) };
  if (ofBinding === 'no') return 'no';
  return 'fault' in ofBinding ? { fault: says['bad-binding']({ problem: ofBinding.fault }) } : ofPolicy;
}

/** Null for objects outside of namespaces, undefined for a namespace that does not exist. */
function namespaceOf({ namespace, resource }: Attributes, { namespaces }: PolicyCluster) {
  return namespace === '' || isNamespaces(resource) ? null : namespaces.find(namespace);
}

function joined(validations: readonly Validation[]): Pick<Answer, 'failures' | 'refusals' | 'annotations'> {
  return {
    failures: validations.flatMap(({ verdicts }) =>
      verdicts.flatMap(({ failure }, index) => (failure ? [{ ...failure, index }] : [])),
    ),
    refusals: validations.flatMap(({ faults }) => faults.map((message) => ({ message }))),
    annotations: validations.flatMap(({ annotations }) => annotations),
  };
}

/** What an answer means for the request, by the actions of the binding. */
export function refusalOf({ binding, failures, refusals }: Answer): Failure | undefined {
  const isDenied = binding.spec?.validationActions?.includes('Deny') ?? false;
  const [failure] = isDenied ? failures : [];
  const [refusal] = refusals;
  return failure ?? (refusal && { message: textOf(refusal.message), ...(refusal.notFound && { reason: 'NotFound' }) });
}
