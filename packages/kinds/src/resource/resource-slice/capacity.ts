import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, resource } from '@podlint/model';
import { type Context, requireField } from '@podlint/validation';
import { validateEntries } from '../items.js';
import { qualifiedNameLimits, validateQualifiedName } from '../names.js';
import { quantityOf } from './amounts.js';
import { validateRange } from './request-range.js';
import { validateValues } from './request-values.js';

const says = defineMessages('device-capacity', {
  'not-shared':
    'Only a device that can be allocated several times is asked for a part of its capacity. Set allowMultipleAllocations: true, or remove the field.',
  'two-policies': '`validValues` and `validRange` exclude each other. Keep one of them.',
});

type Capacity = Decoded<resource.DeviceCapacity>;

/** The capacities of a device, any number of them. `isShared`: it can be allocated several times. */
export function validateCapacities(
  capacities: Readonly<Record<string, Capacity>>,
  isShared: boolean,
  path: FieldPath,
  context: Context,
): void {
  validateEntries(capacities, qualifiedNameLimits, path, context, (name, capacity, at, key) => {
    validateQualifiedName(name, key.path, context, key.details);
    if (!capacity.requestPolicy) return;
    const policyPath = at.child('requestPolicy');
    if (isShared) validatePolicy(capacity, capacity.requestPolicy, policyPath, context);
    else context.report.forbidden(policyPath, says['not-shared']());
  });
}

/** validateRequestPolicy and validateValidRequestValues. */
function validatePolicy(
  { value }: Capacity,
  { default: amount, validValues = [], validRange }: Decoded<resource.CapacityRequestPolicy>,
  path: FieldPath,
  context: Context,
): void {
  const hasValues = validValues.length > 0;
  if (hasValues && validRange) context.report.forbidden(path, says['two-policies']());
  else if (hasValues || validRange) requireField(amount, path.child('default'), context);
  if ((hasValues && validRange) || amount === undefined) return;
  const whole = quantityOf(value);
  if (hasValues) validateValues(validValues, quantityOf(amount), whole, path.child('validValues'), context);
  else if (validRange) validateRange(validRange, quantityOf(amount), whole, path.child('validRange'), context);
}
