import type { Message } from '@podlint/messages';
import { sameJson } from '@podlint/plain';
import type { Json } from '../../crd/values/json.js';
import { metadataOf, textAt } from '../objects/resource.js';
import type { Attributes, VersionedObjects } from '../policies/attributes.js';
import { invocationsOf, type PolicyCluster } from '../policies/invocations.js';
import type { PolicyInputs } from '../policies/inputs.js';
import { matchConditions } from '../policies/match-conditions.js';
import { nameOf, type HookName, type MutatingHook } from './hooks.js';
import type { Mutable } from './mutable.js';
import { patchOf } from './patch-of.js';

/** Why a request is refused while it is changed. */
export interface MutationFault extends HookName {
  readonly message: Message;
  /** The cluster has not what the policy looks at, as far as one knows. */
  readonly lacks?: true;
  /** The index of the mutation, where one is at fault. */
  readonly mutation?: number;
}

export interface MutationRequest {
  /** With the object as it is in a version. */
  attributes(objects: VersionedObjects): Attributes;
  readonly oldObject: Json | null;
  readonly object: Mutable;
  /** Policy and binding are done with the object, which is another one than before. */
  changed?(hook: MutatingHook): void;
}

/**
 * One request on its way through the policies, which are asked once or twice: again where one has changed the object,
 * those that want it so (policy/mutating/dispatcher.go and reinvocationcontext.go).
 */
export class Mutation {
  readonly faults: MutationFault[] = [];
  private isAgain = false;
  /** Mutations that were made in this round. */
  private patched = 0;
  private readonly wanting = new Set<string>();
  private again = new Set<string>();

  constructor(
    private readonly hooks: readonly MutatingHook[],
    private readonly cluster: PolicyCluster,
    readonly request: MutationRequest,
  ) {}

  /** Asks the policies; `again`: the server's plugins and the policies have to be asked once more. */
  run(): 'done' | 'again' {
    const { resource } = this.request.attributes({ object: null, oldObject: null });
    const first = this.request.object.json(resource);
    this.patched = 0;
    // Which policies are about the object is found out before any changes it.
    const found = this.hooks.map((hook) => ({ hook, found: this.invocations(hook, first) }));
    for (const one of found) this.invoke(one.hook, one.found);
    if (this.hasPatched()) this.requireAgain();
    const result = this.hasPatched() && !this.isAgain ? 'again' : 'done';
    this.isAgain = true;
    return result;
  }

  private hasPatched(): boolean {
    return this.patched > 0;
  }

  private invocations(hook: MutatingHook, object: Json): ReturnType<typeof invocationsOf> {
    const attributes = this.request.attributes({ object, oldObject: this.request.oldObject });
    return invocationsOf(hook.policy.policy.spec ?? {}, hook.binding.spec ?? {}, attributes, this.cluster);
  }

  private invoke(hook: MutatingHook, found: ReturnType<typeof invocationsOf>): void {
    if (found === 'no') return;
    if ('fault' in found) {
      if (found.notFound) this.faults.push({ ...nameOf(hook), message: found.fault, lacks: true });
      else this.fail(hook, { message: found.fault, lacks: true });
      return;
    }
    for (const params of found.params) this.invokeWith(hook, { ...found, params });
  }

  private invokeWith(
    hook: MutatingHook,
    { as, namespace, params }: Pick<PolicyInputs, 'as' | 'namespace' | 'params'>,
  ): void {
    const { policy } = hook;
    const inputsNow = (): PolicyInputs => {
      const objects = { object: this.request.object.json(as), oldObject: this.request.oldObject };
      return { attributes: this.request.attributes(objects), as, objects, params, namespace };
    };
    const met = matchConditions(policy, inputsNow());
    if (met === 'not met') return;
    if (met !== 'met') {
      this.fail(hook, { message: met });
      return;
    }
    const key = keyOf(hook, params);
    if (this.isAgain && !this.again.has(key)) return;
    const before = inputsNow().objects.object;
    for (const index of policy.mutations.keys()) this.mutate(hook, index, inputsNow());
    if (!sameJson(before, inputsNow().objects.object)) {
      this.requireAgain();
      this.request.changed?.(hook);
    }
    if (policy.policy.spec?.reinvocationPolicy === 'IfNeeded') this.wanting.add(key);
  }

  private mutate(hook: MutatingHook, index: number, inputs: PolicyInputs): void {
    const { object } = this.request;
    const mutation = hook.policy.mutations[index];
    if (!mutation) return;
    const patched = patchOf(mutation, hook.policy, inputs, object.schema(inputs.as));
    if ('unknown' in patched) {
      this.fail(hook, { message: patched.unknown, lacks: true });
      return;
    }
    if ('fault' in patched) {
      this.fail(hook, { message: patched.fault, mutation: index });
      return;
    }
    const refused = object.become(patched.object, inputs.as);
    if (refused) this.refuse(hook, index, refused);
    else this.patched++;
  }

  /** What a JSON patch has made and cannot be read ends the request, whatever failurePolicy says. */
  private refuse(hook: MutatingHook, index: number, message: Message): void {
    const { type } = hook.policy.mutations[index] ?? {};
    if (type === 'JSONPatch') this.faults.push({ ...nameOf(hook), message, mutation: index });
    else this.fail(hook, { message, mutation: index });
  }

  private fail(hook: MutatingHook, fault: Omit<MutationFault, keyof HookName>): void {
    if (hook.policy.failurePolicy !== 'Ignore') this.faults.push({ ...nameOf(hook), ...fault });
  }

  private requireAgain(): void {
    if (this.wanting.size === 0) return;
    this.again = new Set([...this.again, ...this.wanting]);
    this.wanting.clear();
  }
}

function keyOf(hook: MutatingHook, params: Json | null): string {
  const { policy, binding } = nameOf(hook);
  const metadata = metadataOf(params ?? {});
  return JSON.stringify([policy, binding, textAt(metadata, 'namespace'), textAt(metadata, 'name')]);
}
