import type { Minor, PodTemplate } from '@podlint/model';
import { isDeletionCost } from './annotations.js';
import { type PodOptions, optionsForCreate } from './options.js';
import { sharesRelaxedNames, usedByOld, violatesMergedKeys } from './old-pod-uses.js';
import { podDeletionCostAnnotation } from './well-known-annotations.js';

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/**
 * The options for the successor of a stored pod or template: what the old one already does, the new one may go on doing
 * (GetValidationOptionsFromPodSpecAndMeta, pkg/api/pod/util.go).
 */
export function optionsForUpdate(newPod: PodTemplate, oldPod: PodTemplate, minor: Minor): PodOptions {
  const options: Mutable<PodOptions> = { ...optionsForCreate(minor) };
  const { spec: old = {}, metadata = {} } = oldPod;
  for (const { option, isUsed } of usedByOld) options[option] ||= isUsed(old, minor);
  const cost = metadata.annotations?.[podDeletionCostAnnotation];
  options.allowInvalidPodDeletionCost ||= cost !== undefined && !isDeletionCost(cost);
  options.allowRelaxedEnvironmentVariableValidation ||= sharesRelaxedNames(newPod.spec ?? {}, old);
  options.allowOnlyRecursiveSELinuxChangePolicy &&= old.securityContext?.seLinuxChangePolicy === undefined;
  if (violatesMergedKeys(old, minor)) options.spreadMatchLabelKeys = 'legacy';
  return options;
}
