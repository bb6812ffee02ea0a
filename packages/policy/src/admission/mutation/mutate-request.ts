import { defaultVersion } from '@podlint/model';
import type { Json } from '../../crd/values/json.js';
import { createObject, servedJson } from '../objects/created.js';
import { resourceOf } from '../objects/resource.js';
import { withPlugins } from '../plugins/pod-plugins.js';
import type { PolicyCluster } from '../policies/invocations.js';
import type { AdmissionRequest } from '../policies/request.js';
import type { MutatingHook } from './hooks.js';
import { mutateCreation } from './mutated-creation.js';
import type { MutationFault } from './mutation.js';

/** A request as mutating policies leave it. */
export interface MutatedRequest {
  readonly request: AdmissionRequest;
  readonly faults: readonly MutationFault[];
}

/** Takes a request through policies, in a cluster that is known whole. Nothing changes what is deleted. */
export function mutateRequest(
  request: AdmissionRequest,
  hooks: readonly MutatingHook[],
  cluster: PolicyCluster,
): MutatedRequest {
  const { object, operation } = request;
  if (hooks.length === 0 || !object || operation === 'DELETE') return { request, faults: [] };
  const { minor } = defaultVersion;
  const { builtIn } = resourceOf(object);
  const plugins = builtIn && withPlugins(builtIn, minor);
  const { object: changed, faults } = mutateCreation(object, hooks, {
    ...{ cluster, minor, resourceOf },
    // The definitions of custom resources are no part of such a request.
    schemaOf: () => undefined,
    judge: () => [],
    plugins: (pod) => {
      plugins?.(pod);
      return 'passed';
    },
    facts: factsOf(request),
  });
  return { request: { ...request, object: changed }, faults };
}

function factsOf({ object: _, oldObject, ...facts }: AdmissionRequest) {
  return { ...facts, oldObject: oldObject ? servedOld(oldObject) : null };
}

function servedOld(old: Json): Json {
  const { minor } = defaultVersion;
  const { builtIn } = resourceOf(old);
  return builtIn ? servedJson(createObject(old, builtIn, minor, withPlugins(builtIn, minor)), minor) : old;
}
