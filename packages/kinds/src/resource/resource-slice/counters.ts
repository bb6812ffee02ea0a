import type { Decoded, FieldPath, resource } from '@podlint/model';
import { type Context, checkName, dnsLabelProblem, requireField, requireName } from '@podlint/validation';
import { validateEntries, validateSet, type SetKey } from '../items.js';

type Consumption = Decoded<resource.DeviceCounterConsumption>;

/** ResourceSliceMaxCountersPerCounterSet, ResourceSliceMaxCountersPerDeviceCounterConsumption. */
const counterLimits = { entries: 32, keyBytes: 63 };
/** ResourceSliceMaxDeviceCounterConsumptionsPerDevice. */
const maxConsumptions = 2;
const byCounterSet: SetKey<Consumption> = { keyOf: ({ counterSet = '' }) => counterSet };

/** What a set counts, or a device takes of it; any amount is right (validateCounterSet). */
export function validateCounters(
  counters: Readonly<Record<string, Decoded<resource.Counter>>> = {},
  path: FieldPath,
  context: Context,
): void {
  if (Object.keys(counters).length === 0) requireField(undefined, path, context);
  validateEntries(counters, counterLimits, path, context, (name, _counter, _at, key) => {
    checkName(name, key.path, dnsLabelProblem, context, key.details);
  });
}

/** validateDeviceCounterConsumption. */
export function validateConsumptions(consumptions: readonly Consumption[], path: FieldPath, context: Context): void {
  validateSet(consumptions, byCounterSet, maxConsumptions, path, context, ({ counterSet, counters }, at) => {
    requireName(counterSet, at.child('counterSet'), dnsLabelProblem, context);
    validateCounters(counters, at.child('counters'), context);
  });
}
