import { textOf } from '@podlint/messages';
import { defaultVersion, findKind, type Minor } from '@podlint/model';
import { resourceError, type ResourceError } from '../../crd/errors.js';
import { isObject, type Json } from '../../crd/values/json.js';
import { mutatingHooks, type MutatingHook } from '../mutation/hooks.js';
import { mutateRequest } from '../mutation/mutate-request.js';
import type { MutationFault } from '../mutation/mutation.js';
import { createObject, servedJson } from '../objects/created.js';
import { compareText } from '../objects/cluster.js';
import { metadataOf, textAt } from '../objects/resource.js';
import { compilePolicy, type CompiledPolicy, type Policy } from './compiled-policy.js';
import { decisionOf, type Decision } from './decision.js';
import { ask, refusalOf, type Binding } from './dispatch.js';
import { hooksOf, type Hook } from './hooks.js';
import type { PolicyCluster } from './invocations.js';
import { makeAttributes } from './make-attributes.js';
import { Namespaces } from './namespaces.js';
import type { ParamScope, ParamSource } from './params.js';
import { readObjects, type RefusedObject } from '../objects/read-objects.js';
import type { AdmissionRequest } from './request.js';

/** Policies, what they are bound to and look at, and requests to a cluster that has nothing else. */
export interface PolicyScenario {
  readonly policies: readonly object[];
  readonly bindings: readonly object[];
  /** MutatingAdmissionPolicies and their bindings, which come first; default: there are none. */
  readonly mutating?: { readonly policies: readonly object[]; readonly bindings: readonly object[] };
  /** Objects that bindings name as params. */
  readonly params?: readonly object[];
  /** The scope of kinds of params that are not built in: `rules.example.com/v1/Limit`. */
  readonly paramKinds?: Readonly<Record<string, ParamScope>>;
  /** Namespaces besides `default`, which is always there. */
  readonly namespaces?: readonly object[];
  readonly requests: readonly AdmissionRequest[];
}

export interface PolicyAnswer {
  /** Objects that the API refuses; they take no part. */
  readonly policyErrors: readonly RefusedObject[];
  readonly bindingErrors: readonly RefusedObject[];
  /** Answers the requests in their order. */
  readonly expect: readonly RequestAnswer[];
}

export interface RequestAnswer {
  readonly allowed: boolean;
  /** Why the object never comes to a policy. */
  readonly invalid?: readonly ResourceError[];
  readonly decisions: readonly Decision[];
  /** The object as mutating policies leave it, with its defaults; absent where there are no such policies. */
  readonly object?: Readonly<Record<string, unknown>>;
}

/** What admission policies answer to requests. */
export function validatingPolicies(scenario: PolicyScenario): PolicyAnswer {
  const { minor } = defaultVersion;
  const policies = readObjects<Policy>(scenario.policies as readonly Json[], minor);
  const bindings = readObjects<Binding>(scenario.bindings as readonly Json[], minor);
  const hooks = hooksOf(policies.taken, bindings.taken, (policy) => compilePolicy(policy, minor));
  const mutating = mutatingHooks(manifestsOf(scenario.mutating), minor);
  const known = { hooks, mutating: mutating.hooks, cluster: clusterOf(scenario, minor) };
  return {
    policyErrors: [...policies.refused, ...mutating.refused],
    bindingErrors: bindings.refused,
    expect: scenario.requests.map((request) => answerTo(request, known, minor)),
  };
}

function manifestsOf({ policies, bindings }: NonNullable<PolicyScenario['mutating']> = { policies: [], bindings: [] }) {
  return { policies: policies as readonly Json[], bindings: bindings as readonly Json[] };
}

interface Known {
  readonly hooks: readonly Hook<CompiledPolicy, Binding>[];
  readonly mutating: readonly MutatingHook[];
  readonly cluster: PolicyCluster;
}

function answerTo(asked: AdmissionRequest, { hooks, mutating, cluster }: Known, minor: Minor): RequestAnswer {
  const { request, faults } = mutateRequest(asked, mutating, cluster);
  if (faults.length > 0) return { allowed: false, decisions: faults.map(refusedMutation) };
  const made = makeAttributes(request, minor);
  if ('invalid' in made) return { allowed: false, invalid: made.invalid.map(resourceError), decisions: [] };
  const answers = hooks.map(({ policy, binding }) => ask(policy, binding, made.attributes, cluster));
  const { object } = made.attributes;
  return {
    allowed: answers.every((answer) => refusalOf(answer) === undefined),
    decisions: answers.map(decisionOf),
    ...(mutating.length > 0 && object && { object }),
  };
}

function refusedMutation({ policy, binding, message }: MutationFault): Decision {
  return { policy, binding, matches: true, denied: textOf(message), reason: 'Invalid', code: 422 };
}

function clusterOf({ namespaces = [], params = [], paramKinds = {} }: PolicyScenario, minor: Minor): PolicyCluster {
  const make = (namespace: object): Json => served(namespace as Json, minor);
  return {
    namespaces: new Namespaces(namespaces.map(make), (name) => make(namespaceNamed(name)), true),
    params: paramSource(params as readonly Json[], new Map(Object.entries(paramKinds)), minor),
  };
}

function namespaceNamed(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** An object of the cluster as it is served; of a kind that is not built in as it is. */
function served(object: Json, minor: Minor): Json {
  const kind = findKind(textAt(object, 'apiVersion'), textAt(object, 'kind'));
  return kind ? servedJson(createObject(object, kind, minor), minor) : object;
}

function paramSource(params: readonly Json[], kinds: ReadonlyMap<string, ParamScope>, minor: Minor): ParamSource {
  const all = params.filter(isObject).map((object) => served(object, minor));
  return {
    scopeOf({ apiVersion = '', kind = '' }) {
      const builtIn = findKind(apiVersion, kind);
      if (builtIn) return builtIn.scope === 'cluster' ? 'Cluster' : 'Namespaced';
      return kinds.get(`${apiVersion}/${kind}`);
    },
    objectsOf({ apiVersion, kind }) {
      return all
        .filter((object) => object['apiVersion'] === apiVersion && object['kind'] === kind)
        .toSorted((a, b) => compareText(textAt(metadataOf(a), 'name'), textAt(metadataOf(b), 'name')));
    },
  };
}
