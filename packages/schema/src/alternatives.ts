import { own } from '@podlint/plain';
import { definitionOf } from './structure.js';

/** Structs of which one field is to be chosen, with the fields that do not take part in the choice. */
const choices: Readonly<Record<string, readonly string[]>> = {
  'core.v1.EnvFromSource': ['prefix'],
  'core.v1.EnvVarSource': [],
  'core.v1.LifecycleHandler': [],
  'core.v1.Probe': [
    'failureThreshold',
    'initialDelaySeconds',
    'periodSeconds',
    'successThreshold',
    'terminationGracePeriodSeconds',
    'timeoutSeconds',
  ],
  'core.v1.Volume': ['name'],
  'core.v1.VolumeProjection': [],
};

/** Fields of other structs that cannot stand beside each other. */
const rivals: Readonly<Record<string, readonly string[]>> = {
  'core.v1.DownwardAPIVolumeFile': ['fieldRef', 'resourceFieldRef'],
  'core.v1.EnvVar': ['value', 'valueFrom'],
  'core.v1.VolumeMount': ['subPath', 'subPathExpr'],
  'networking.v1.IngressBackend': ['service', 'resource'],
  'networking.v1.ServiceBackendPort': ['name', 'number'],
  'policy.v1.PodDisruptionBudgetSpec': ['minAvailable', 'maxUnavailable'],
};

/** The structs in which fields exclude each other. */
export const structsWithAlternatives: readonly string[] = [...Object.keys(choices), ...Object.keys(rivals)];

/**
 * What a struct that has the given fields says to one more: `open` where nothing is to be chosen, or it is the chosen
 * one; `vacant` where the choice is still to be made; `taken` where another field was chosen.
 */
export type Vacancy = 'open' | 'vacant' | 'taken';

export function vacancyFor(type: string, name: string, present: readonly string[]): Vacancy {
  const apart = own(choices, type);
  if (!apart || apart.includes(name) || present.includes(name)) return 'open';
  const fields = definitionOf(type) ?? {};
  return present.some((field) => Object.hasOwn(fields, field) && !apart.includes(field)) ? 'taken' : 'vacant';
}

/** Whether two fields of a struct are alternatives, of which an object has one. */
export function areAlternatives(type: string, one: string, other: string): boolean {
  if (one === other) return false;
  const apart = own(choices, type);
  if (apart) return !apart.includes(one) && !apart.includes(other);
  const among = own(rivals, type) ?? [];
  return among.includes(one) && among.includes(other);
}

/** Whether a struct is a choice between its fields, and hardly anything else. */
export function hasAlternatives(type: string): boolean {
  return Object.hasOwn(choices, type) && (choices[type] ?? []).length <= 1;
}
