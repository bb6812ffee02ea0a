import type { ReadObject } from '../objects/read-objects.js';

/** A policy, compiled, with one of its bindings. */
export interface Hook<Compiled, Binding> {
  readonly policy: Compiled;
  readonly binding: Binding;
}

interface Named {
  readonly metadata?: { readonly name?: string | undefined } | undefined;
}

interface Bound {
  readonly spec?: { readonly policyName?: string | undefined } | undefined;
}

/** Each policy with each of its bindings: one that has none does nothing, and is not compiled. */
export function hooksOf<Policy extends Named, Binding extends Bound, Compiled>(
  policies: readonly ReadObject<Policy>[],
  bindings: readonly ReadObject<Binding>[],
  compile: (policy: Policy) => Compiled,
): readonly Hook<Compiled, Binding>[] {
  return policies.flatMap(({ value: policy }) => {
    const own = bindings.filter(({ value: { spec } }) => spec?.policyName === policy.metadata?.name);
    if (own.length === 0) return [];
    const compiled = compile(policy);
    return own.map(({ value: binding }) => ({ policy: compiled, binding }));
  });
}
