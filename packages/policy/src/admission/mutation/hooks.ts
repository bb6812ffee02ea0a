import type { Minor } from '@podlint/model';
import type { Json } from '../../crd/values/json.js';
import { readObjects, type RefusedObject } from '../objects/read-objects.js';
import { hooksOf, type Hook } from '../policies/hooks.js';
import {
  compileMutatingPolicy,
  type CompiledMutatingPolicy,
  type MutatingBinding,
  type MutatingPolicy,
} from './compiled-mutations.js';

export type MutatingHook = Hook<CompiledMutatingPolicy, MutatingBinding>;

export interface MutatingManifests {
  readonly policies: readonly Json[];
  readonly bindings: readonly Json[];
}

/** MutatingAdmissionPolicy is served as v1 since then. */
const servedSince = 36;

/** The policies that the API takes, with their bindings; `refused`: what takes no part. */
export function mutatingHooks(
  manifests: MutatingManifests,
  minor: Minor,
): { readonly hooks: readonly MutatingHook[]; readonly refused: readonly RefusedObject[] } {
  if (minor < servedSince || manifests.policies.length === 0) return { hooks: [], refused: [] };
  const policies = readObjects<MutatingPolicy>(manifests.policies, minor);
  const bindings = readObjects<MutatingBinding>(manifests.bindings, minor);
  const hooks = hooksOf(policies.taken, bindings.taken, (policy) => compileMutatingPolicy(policy, minor));
  return { hooks, refused: [...policies.refused, ...bindings.refused] };
}

/** Names of a policy and a binding. */
export interface HookName {
  readonly policy: string;
  readonly binding: string;
}

export function nameOf({ policy, binding }: MutatingHook): HookName {
  return { policy: policy.policy.metadata?.name ?? '', binding: binding.metadata?.name ?? '' };
}

/** As `explain` says who has set a value. */
export function originOf(hook: MutatingHook): string {
  const { policy, binding } = nameOf(hook);
  return `MutatingAdmissionPolicy ${policy}, binding ${binding}`;
}
