import { defineMessages, type Message } from '@podlint/messages';
import {
  isHugePages,
  isPodLevelResource,
  labelsMatch,
  qosClass,
  type Decoded,
  type Minor,
  type core,
} from '@podlint/model';
import { allProblems, type KubernetesObject } from '@podlint/validation';
import { amountsOf, podLimits, podRequests, type Amounts } from '../plugins/pod-amounts.js';
import type { Pod, PodSpec } from '../plugins/plugin.js';
import { compareText } from '../objects/cluster.js';
import { onceEach } from './count-evaluator.js';
import type { Evaluator, ScopeRequirement } from './evaluator.js';
import { scopeSelector } from './scopes.js';

const says = defineMessages('pod-quota', {
  unsaid: 'these containers do not say how much {resource} they need: {containers}',
});

/** What a quota can limit of Pods, besides huge pages and extended resources. */
const resources: ReadonlySet<string> = new Set([
  'count/pods',
  'pods',
  ...['cpu', 'memory', 'ephemeral-storage'].flatMap((name) => [name, `requests.${name}`, `limits.${name}`]),
]);

/** Where a quota counts one of these, every container has to say how much it needs (validationSet). */
const demanded: ReadonlySet<string> = new Set(
  ['cpu', 'memory'].flatMap((name) => [name, `requests.${name}`, `limits.${name}`]),
);

const requestsPrefix = 'requests.';
const deviceClassPrefix = 'deviceclass.resource.kubernetes.io/';

/** pkg/quota/v1/evaluator/core/pods.go */
export const podEvaluator: Evaluator = {
  counts: (name) => resources.has(name) || isHugePages(name.replace(requestsPrefix, '')) || isExtendedRequest(name),
  isInScope: (requirement, object, minor) => isInScope(requirement, object, minor),
  missing: (names, object) => unsaidOf(names, (object as Pod).spec ?? {}),
  usage(object: KubernetesObject) {
    const { spec = {} } = object as Pod;
    return new Map([...onceEach(['count/pods']), ...computeUsage(requestsOf(spec), limitsOf(spec))]);
  },
};

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** isExtendedResourceNameForQuota */
function isExtendedRequest(name: string): boolean {
  return name.startsWith(requestsPrefix) && (!isNative(name) || name.startsWith(requestsPrefix + deviceClassPrefix));
}

/** PodRequests and PodLimits of component-helpers, overhead included. */
function requestsOf(spec: PodSpec): Amounts {
  const requests = podRequests(spec, isPodLevelResource);
  for (const [name, quantity] of amountsOf(spec.overhead))
    requests.set(name, requests.get(name)?.plus(quantity) ?? quantity);
  return requests;
}

function limitsOf(spec: PodSpec): Amounts {
  const limits = podLimits(spec, isPodLevelResource);
  for (const [name, quantity] of amountsOf(spec.overhead)) {
    const limit = limits.get(name);
    if (limit && limit.sign !== 0) limits.set(name, limit.plus(quantity));
  }
  return limits;
}

/** podComputeUsageHelper: amounts under the names that quotas have for them. */
function computeUsage(requests: Amounts, limits: Amounts): Amounts {
  const usage = new Map(onceEach(['pods']));
  for (const [name, request] of requests) {
    const names = namesOfRequest(name);
    for (const counted of names) usage.set(counted, request);
  }
  for (const [name, limit] of limits) if (isCompute(name)) usage.set(`limits.${name}`, limit);
  return usage;
}

function isCompute(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name === 'ephemeral-storage';
}

function namesOfRequest(name: string): readonly string[] {
  if (isCompute(name) || isHugePages(name)) return [name, requestsPrefix + name];
  const isExtended = (!isNative(name) && !name.startsWith(requestsPrefix)) || name.startsWith(deviceClassPrefix);
  return isExtended ? [requestsPrefix + name] : [];
}

/** Constraints: a Pod that says how much it needs as a whole has said enough. */
function unsaidOf(names: readonly string[], spec: PodSpec): Message | undefined {
  if (saysAsWhole(spec)) return undefined;
  const wanted = names.filter((name) => demanded.has(name)).toSorted(compareText);
  const containers = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
  const problems = wanted.flatMap((resource) => {
    const silent = containers.filter((container) => !usageOf(container).has(resource));
    const list = silent
      .map(({ name = '' }) => name)
      .toSorted(compareText)
      .join(', ');
    return silent.length === 0 ? [] : [says.unsaid({ resource, containers: list })];
  });
  return allProblems(problems);
}

function saysAsWhole({ resources: whole }: PodSpec): boolean {
  return [...Object.keys(whole?.requests ?? {}), ...Object.keys(whole?.limits ?? {})].some(isPodLevelResource);
}

function usageOf({ resources: own }: Decoded<core.Container>): Amounts {
  return computeUsage(amountsOf(own?.requests), amountsOf(own?.limits));
}

/** podMatchesScopeFunc */
function isInScope(requirement: ScopeRequirement, { spec = {} }: Pod, minor: Minor): boolean {
  switch (requirement.scopeName) {
    case 'Terminating':
      return isTerminating(spec);
    case 'NotTerminating':
      return !isTerminating(spec);
    case 'BestEffort':
      return qosClass(spec, minor) === 'BestEffort';
    case 'NotBestEffort':
      return qosClass(spec, minor) !== 'BestEffort';
    case 'PriorityClass':
      return hasPriorityClass(requirement, spec);
    case 'CrossNamespacePodAffinity':
      return looksElsewhere(spec);
    default:
      return false;
  }
}

function isTerminating({ activeDeadlineSeconds }: PodSpec): boolean {
  return activeDeadlineSeconds !== undefined && activeDeadlineSeconds >= 0;
}

function hasPriorityClass(requirement: ScopeRequirement, { priorityClassName = '' }: PodSpec): boolean {
  if (requirement.operator === 'Exists') return priorityClassName !== '';
  return labelsMatch(scopeSelector(requirement), priorityClassName === '' ? {} : { PriorityClass: priorityClassName });
}

/** usesCrossNamespacePodAffinity */
function looksElsewhere({ affinity }: PodSpec): boolean {
  const terms = [affinity?.podAffinity, affinity?.podAntiAffinity].flatMap((one) => [
    ...(one?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...(one?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm = {} }) => podAffinityTerm),
  ]);
  return terms.some(
    ({ namespaces = [], namespaceSelector }) => namespaces.length > 0 || namespaceSelector !== undefined,
  );
}
