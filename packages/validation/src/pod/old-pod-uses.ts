import { type Decoded, FieldPath, type Minor, type core, isHugePages, quantitiesOf } from '@podlint/model';
import { Context } from '../context.js';
import { labelValueProblem } from '../formats.js';
import { validateLabelSelector } from '../selectors/label-selector.js';
import { relaxedEnvNameProblem, strictEnvNameProblem } from './containers/env-names.js';
import { isWholePages } from './containers/resources.js';
import type { PodOptions } from './options.js';
import { validateMergedLabelKeys } from './scheduling/label-keys.js';
import { type PodAffinityTerm, validateTermSelectors } from './scheduling/pod-affinity.js';
import { sharedNamespaceOf } from './sysctls.js';
import { type AnyContainer, visitContainers } from './visit-containers.js';
import { localPathProblem } from './volumes/paths.js';

type PodSpec = Decoded<core.PodSpec>;
type ResourceRequirements = Decoded<core.ResourceRequirements>;

/** Options that are simply on or off. */
type Switch = { [Name in keyof PodOptions]: PodOptions[Name] extends boolean ? Name : never }[keyof PodOptions];

interface OldUse {
  readonly option: Switch;
  /** Whether the stored pod already does what the option lets pass. */
  readonly isUsed: (old: PodSpec, minor: Minor) => boolean;
}

/** The functions `...InUse`, `has...` and `use...` of pkg/api/pod/util.go. */
export const usedByOld: readonly OldUse[] = [
  { option: 'allowInvalidLabelValueInSelector', isUsed: hasInvalidAffinitySelector },
  { option: 'allowInvalidTopologySpreadConstraintLabelSelector', isUsed: hasInvalidSpreadSelector },
  { option: 'allowInvalidLabelValueInRequiredNodeAffinity', isUsed: hasInvalidNodeLabelValue },
  { option: 'allowIndivisibleHugePagesValues', isUsed: hasPartialPages },
  { option: 'allowNonLocalProjectedTokenPath', isUsed: hasNonLocalTokenPath },
  {
    option: 'allowNamespacedSysctlsForHostNetAndHostIPC',
    isUsed: (old) => old.securityContext?.sysctls?.some(({ name = '' }) => sharedNamespaceOf(name, old)) ?? false,
  },
  {
    option: 'allowUserNamespacesWithVolumeDevices',
    isUsed: (old) =>
      old.hostUsers === false && someContainer(old, ({ volumeDevices }) => Boolean(volumeDevices?.length)),
  },
  {
    option: 'allowUserNamespacesHostNetworkSupport',
    isUsed: (old) => old.hostUsers === false && Boolean(old.hostNetwork),
  },
  {
    option: 'allowRelaxedDNSSearchValidation',
    isUsed: (old) => old.dnsConfig?.searches?.some((search) => search === '.' || search.includes('_')) ?? false,
  },
  {
    option: 'allowTaintTolerationComparisonOperators',
    isUsed: (old) => old.tolerations?.some(({ operator = '' }) => ['Lt', 'Gt'].includes(operator)) ?? false,
  },
  { option: 'allowPodLifecycleSleepActionZeroValue', isUsed: (old) => someContainer(old, sleepsNoTime) },
  {
    option: 'allowSidecarResizePolicy',
    isUsed: (old) =>
      old.initContainers?.some((container) => isSidecar(container) && hasResizePolicy(container)) ?? false,
  },
  {
    option: 'allowExistingRestartContainerForNonSidecarInitContainer',
    isUsed: (old) =>
      old.initContainers?.some((container) => !isSidecar(container) && restartsToResize(container)) ?? false,
  },
  { option: 'allowContainerRestartPolicyRules', isUsed: hasRestartRules },
  { option: 'allowRestartAllContainers', isUsed: restartsAllContainers },
];

/** Whether the check, on its own and by the rules for new objects, finds anything. */
function fails(minor: Minor, check: (context: Context) => void): boolean {
  const context = new Context(minor);
  check(context);
  return context.report.errors.length > 0;
}

function hasInvalidAffinitySelector(old: PodSpec, minor: Minor): boolean {
  return fails(minor, (context) =>
    affinityTermsOf(old).forEach((term) => validateTermSelectors(term, FieldPath.root, context)),
  );
}

function hasInvalidSpreadSelector({ topologySpreadConstraints }: PodSpec, minor: Minor): boolean {
  return fails(minor, (context) =>
    topologySpreadConstraints?.forEach(({ labelSelector }) =>
      validateLabelSelector(labelSelector, FieldPath.root, context),
    ),
  );
}

function affinityTermsOf({ affinity }: PodSpec): PodAffinityTerm[] {
  return [affinity?.podAffinity, affinity?.podAntiAffinity].flatMap((rules) => [
    ...(rules?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...(rules?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
      ({ podAffinityTerm = {} }) => podAffinityTerm,
    ),
  ]);
}

function hasInvalidNodeLabelValue({ affinity }: PodSpec): boolean {
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return terms.some(({ matchExpressions }) => matchExpressions?.some(({ values }) => values?.some(labelValueProblem)));
}

function hasPartialPages(old: PodSpec): boolean {
  return (
    hasPartialAmount({ limits: old.overhead ?? {} }) ||
    someContainer(old, ({ resources }) => hasPartialAmount(resources))
  );
}

function hasPartialAmount({ limits, requests }: ResourceRequirements = {}): boolean {
  const amounts = [...quantitiesOf(limits), ...quantitiesOf(requests)];
  return amounts.some(([name, amount]) => isHugePages(name) && !isWholePages(name, amount));
}

function hasNonLocalTokenPath({ volumes }: PodSpec): boolean {
  const sources = volumes?.flatMap(({ projected }) => projected?.sources ?? []) ?? [];
  return sources.some(
    ({ serviceAccountToken }) => serviceAccountToken && localPathProblem(serviceAccountToken.path ?? ''),
  );
}

function someContainer(spec: PodSpec, test: (container: AnyContainer) => boolean): boolean {
  let found = false;
  visitContainers(spec, (container) => {
    found ||= test(container);
  });
  return found;
}

function sleepsNoTime({ lifecycle }: AnyContainer): boolean {
  return [lifecycle?.preStop, lifecycle?.postStart].some((handler) => handler?.sleep && !handler.sleep.seconds);
}

function isSidecar({ restartPolicy }: AnyContainer): boolean {
  return restartPolicy === 'Always';
}

function hasResizePolicy({ resizePolicy }: AnyContainer): boolean {
  return Boolean(resizePolicy?.length);
}

function restartsToResize({ resizePolicy }: AnyContainer): boolean {
  return resizePolicy?.some(({ restartPolicy }) => restartPolicy === 'RestartContainer') ?? false;
}

/** containerRestartRulesInUse */
function hasRestartRules({ containers = [], initContainers = [] }: PodSpec): boolean {
  return (
    containers.some(({ restartPolicy }) => restartPolicy !== undefined) ||
    initContainers.some(
      (container) =>
        (container.restartPolicy !== undefined && !isSidecar(container)) ||
        Boolean(container.restartPolicyRules?.length),
    )
  );
}

/** restartAllContainersActionInUse: sidecars with rules came with that action. */
function restartsAllContainers({ containers = [], initContainers = [] }: PodSpec): boolean {
  const restartsAll = ({ restartPolicyRules }: AnyContainer): boolean =>
    restartPolicyRules?.some(({ action }) => action === 'RestartAllContainers') ?? false;
  return (
    [...containers, ...initContainers].some(restartsAll) ||
    initContainers.some((container) => isSidecar(container) && Boolean(container.restartPolicyRules?.length))
  );
}

/**
 * Whether the new pod has a name of a variable from the old one that the strict rule would not take
 * (relaxedEnvVarUsed).
 */
export function sharesRelaxedNames(spec: PodSpec, old: PodSpec): boolean {
  const oldNames = variableNames(old);
  return [...variableNames(spec)].some(
    (name) => oldNames.has(name) && strictEnvNameProblem(name) && !relaxedEnvNameProblem(name),
  );
}

function variableNames(spec: PodSpec): ReadonlySet<string> {
  const names = new Set<string>();
  visitContainers(spec, ({ env, envFrom }) => {
    for (const { name = '' } of env ?? []) names.add(name);
    for (const { prefix = '' } of envFrom ?? []) names.add(prefix);
  });
  return names;
}

/** hasInvalidTopologySpreadConstrainMatchLabelKeys */
export function violatesMergedKeys({ topologySpreadConstraints }: PodSpec, minor: Minor): boolean {
  return fails(minor, (context) =>
    topologySpreadConstraints?.forEach((constraint) => validateMergedLabelKeys(constraint, FieldPath.root, context)),
  );
}
