import { isEnabled, type Minor } from '@podlint/model';

/**
 * What the checks of a pod let pass (PodValidationOptions, pkg/apis/core/validation/validation.go).
 * Most are off for a new object and on for the update of one that already breaks the rule, so that it stays editable.
 */
export interface PodOptions {
  /** The annotation controller.kubernetes.io/pod-deletion-cost may be no number. */
  readonly allowInvalidPodDeletionCost: boolean;
  /** Selectors of pod affinity may hold values that no label can have. */
  readonly allowInvalidLabelValueInSelector: boolean;
  readonly allowInvalidTopologySpreadConstraintLabelSelector: boolean;
  readonly allowInvalidLabelValueInRequiredNodeAffinity: boolean;
  /** Amounts of huge pages that are no multiple of the page size. */
  readonly allowIndivisibleHugePagesValues: boolean;
  readonly allowNonLocalProjectedTokenPath: boolean;
  /** Sysctls of a namespace that the pod shares with the host. */
  readonly allowNamespacedSysctlsForHostNetAndHostIPC: boolean;
  readonly allowUserNamespacesWithVolumeDevices: boolean;
  readonly allowExistingRestartContainerForNonSidecarInitContainer: boolean;
  /** Which rule matchLabelKeys of a topology spread constraint have to keep. */
  readonly spreadMatchLabelKeys: 'merged' | 'legacy';

  readonly allowRelaxedEnvironmentVariableValidation: boolean;
  readonly allowRelaxedDNSSearchValidation: boolean;
  readonly allowPodLifecycleSleepActionZeroValue: boolean;
  readonly allowSidecarResizePolicy: boolean;
  readonly allowContainerRestartPolicyRules: boolean;
  readonly allowRestartAllContainers: boolean;
  readonly allowOnlyRecursiveSELinuxChangePolicy: boolean;
  readonly allowTaintTolerationComparisonOperators: boolean;
  readonly allowUserNamespacesHostNetworkSupport: boolean;
  readonly podLevelResources: boolean;
}

/** Values of required node affinity are checked since 1.33 (validateNodeAffinity); before, any text passed. */
const nodeAffinityValuesCheckedSince: Minor = 33;

const optionsByMinor = new Map<Minor, PodOptions>();

/** The options for a new object: a matter of the version's feature gates alone. */
export function optionsForCreate(minor: Minor): PodOptions {
  let options = optionsByMinor.get(minor);
  if (!options) optionsByMinor.set(minor, (options = optionsOfGates(minor)));
  return options;
}

/** GetValidationOptionsFromPodSpecAndMeta, pkg/api/pod/util.go, without an old object. */
function optionsOfGates(minor: Minor): PodOptions {
  return {
    allowInvalidPodDeletionCost: !isEnabled('PodDeletionCost', minor),
    allowInvalidLabelValueInSelector: false,
    allowInvalidTopologySpreadConstraintLabelSelector: false,
    allowInvalidLabelValueInRequiredNodeAffinity: minor < nodeAffinityValuesCheckedSince,
    allowIndivisibleHugePagesValues: false,
    allowNonLocalProjectedTokenPath: false,
    allowNamespacedSysctlsForHostNetAndHostIPC: false,
    allowUserNamespacesWithVolumeDevices: false,
    allowExistingRestartContainerForNonSidecarInitContainer: false,
    spreadMatchLabelKeys: mergesSpreadMatchLabelKeys(minor) ? 'merged' : 'legacy',
    allowRelaxedEnvironmentVariableValidation: isEnabled('RelaxedEnvironmentVariableValidation', minor),
    allowRelaxedDNSSearchValidation: isEnabled('RelaxedDNSSearchValidation', minor),
    allowPodLifecycleSleepActionZeroValue: isEnabled('PodLifecycleSleepActionAllowZero', minor),
    allowSidecarResizePolicy: isEnabled('InPlacePodVerticalScaling', minor),
    allowContainerRestartPolicyRules: isEnabled('ContainerRestartRules', minor),
    allowRestartAllContainers: isEnabled('RestartAllContainersOnContainerExits', minor),
    allowOnlyRecursiveSELinuxChangePolicy: !isEnabled('SELinuxMount', minor),
    allowTaintTolerationComparisonOperators: isEnabled('TaintTolerationComparisonOperators', minor),
    allowUserNamespacesHostNetworkSupport: isEnabled('UserNamespacesHostNetworkSupport', minor),
    podLevelResources: isEnabled('PodLevelResources', minor),
  };
}

/**
 * Since 1.34 the server writes matchLabelKeys of a new Pod into the constraint's labelSelector
 * (mutateTopologySpreadConstraints).
 */
function mergesSpreadMatchLabelKeys(minor: Minor): boolean {
  return (
    isEnabled('MatchLabelKeysInPodTopologySpread', minor) &&
    isEnabled('MatchLabelKeysInPodTopologySpreadSelectorMerge', minor)
  );
}
