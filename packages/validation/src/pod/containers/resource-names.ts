import { type Message, defineMessages } from '@podlint/messages';
import { isHugePages, isPodLevelResource, type FieldPath } from '@podlint/model';
import type { ErrorList } from '../../errors.js';
import { qualifiedNameProblem } from '../../formats.js';

const says = defineMessages('resource-name', {
  'not-of-container': '"{name}" is not a resource of a container: {problem}.',
  'no-domain': 'without a domain it can be cpu, memory, ephemeral-storage or hugepages-SIZE only',
  'requests-prefix': 'an extended resource must not start with "requests." and must leave room for that in a quota',
  invalid: '"{name}" is not a resource: {problem}.',
  'not-of-quota': '"{name}" is not a resource that a quota can limit. Use "requests.storage".',
  unknown:
    'Kubernetes knows no resource "{name}". Any other resource has a domain in front, as in "example.com/{name}".',
});

/**
 * Reports a name that amounts in the list at `path` (`...resources.limits`) cannot have.
 * Facts: validateContainerResourceName and validatePodResourceName (pkg/apis/core/validation/validation.go),
 * pkg/apis/core/helper/helpers.go.
 */
export type ResourceNameRule = (name: string, path: FieldPath, report: ErrorList) => void;

const containerResources: ReadonlySet<string> = new Set(['cpu', 'memory', 'ephemeral-storage']);

/**
 * What a ResourceQuota counts in whole objects; a container cannot have them, but their amounts are checked all the
 * same.
 */
const objectCounts: ReadonlySet<string> = new Set([
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
]);

/** Every name that may stand without a prefix, somewhere in the API. */
const standardResources: ReadonlySet<string> = new Set([
  ...containerResources,
  ...objectCounts,
  'storage',
  'requests.cpu',
  'requests.memory',
  'requests.storage',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
]);

const hugePagesPrefix = 'hugepages-';

/** `hugepages-2Mi` -> `2Mi` */
export function pageSizeOf(name: string): string {
  return name.slice(hugePagesPrefix.length);
}

/** IsNativeResource: one without a domain, or with Kubernetes' own. */
export function isNativeResource(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Devices and the like: a name with a domain, which has to fit into a quota as `requests.NAME` too. */
export function isExtendedResource(name: string): boolean {
  return (
    !isNativeResource(name) && !name.startsWith('requests.') && qualifiedNameProblem(`requests.${name}`) === undefined
  );
}

/** Whether it comes in whole things only. */
export function isCounted(name: string): boolean {
  return !containerResources.has(name) && (objectCounts.has(name) || isExtendedResource(name));
}

/** What a container can have. */
export const containerResourceNames: ResourceNameRule = (name, path, report) => {
  const problem = containerResourceProblem(name);
  if (problem) report.invalid(path.key(name), says['not-of-container']({ name, problem }), { inKey: true });
};

/** Why a container cannot have a resource of that name. */
export function containerResourceProblem(name: string): Message | undefined {
  if (containerResources.has(name)) return undefined;
  const problem = qualifiedNameProblem(name);
  if (problem) return problem;
  if (!name.includes('/')) return isHugePages(name) ? undefined : says['no-domain']();
  return isNativeResource(name) || isExtendedResource(name) ? undefined : says['requests-prefix']();
}

/** What a pod as a whole can have, in spec.resources. */
export const podResourceNames: ResourceNameRule = (name, path, report) => {
  const message = resourceNameMessage(name);
  if (message) report.invalid(path.key(name), message, { inKey: true });
  else if (!isPodLevelResource(name))
    report.notSupported(path.key(name), name, ['cpu', 'memory', `${hugePagesPrefix}SIZE`]);
};

/** Anything that has amounts somewhere in the API (validateResourceName). */
export const anyResourceNames: ResourceNameRule = (name, path, report) => {
  const message = resourceNameMessage(name);
  if (message) report.invalid(path.key(name), message, { inKey: true });
};

/** What a ResourceQuota can limit (ValidateResourceQuotaResourceName). */
export const quotaResourceNames: ResourceNameRule = (name, path, report) => {
  const message = resourceNameMessage(name) ?? (name === 'storage' ? says['not-of-quota']({ name }) : undefined);
  if (message) report.invalid(path.key(name), message, { inKey: true });
};

function resourceNameMessage(name: string): Message | undefined {
  const problem = qualifiedNameProblem(name);
  if (problem) return says.invalid({ name, problem });
  return isKnown(name) ? undefined : says.unknown({ name });
}

function isKnown(name: string): boolean {
  return (
    name.includes('/') ||
    standardResources.has(name) ||
    isHugePages(name) ||
    name.startsWith(`requests.${hugePagesPrefix}`)
  );
}
