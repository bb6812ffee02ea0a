import { textOf, type Message } from '@podlint/messages';
import type { Decoded, admissionregistration } from '@podlint/model';
import type { Attributes } from './attributes.js';
import type { CompiledPolicy } from './compiled-policy.js';
import { invocationsOf, type PolicyCluster } from './invocations.js';
import { validate, type Annotation, type Failure, type Validation } from './validator.js';

export type Binding = Decoded<admissionregistration.ValidatingAdmissionPolicyBinding>;

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
  const found = invocationsOf(policy.policy.spec ?? {}, binding.spec ?? {}, attributes, cluster);
  const none = { policy, binding, failures: [], refusals: [], annotations: [] };
  if (found === 'no') return { ...none, matches: false };
  if ('fault' in found) {
    const { fault: message, notFound } = found;
    const isIgnored = policy.failurePolicy === 'Ignore' && !notFound;
    const refusals = isIgnored ? [] : [{ message, lacks: true as const, ...(notFound && { notFound }) }];
    return { ...none, matches: true, refusals };
  }
  const { as, namespace, params } = found;
  const inputs = { attributes, as, objects: attributes.convert(as), namespace };
  return { ...none, matches: true, ...joined(params.map((param) => validate(policy, { ...inputs, params: param }))) };
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
