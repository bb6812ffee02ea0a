import { defineMessages } from '@podlint/messages';
import type { FieldPath, Quantity } from '@podlint/model';
import type { Context } from '@podlint/validation';
import { validateSet, type SetKey } from '../items.js';
import { quantityOf } from './amounts.js';

const says = defineMessages('request-values', {
  'not-sorted': '{value} is less than the value before it. Sort the values.',
  'too-large': '{value} is more than the capacity, {capacity}. Use a smaller value.',
  'default-not-listed': 'The default, {value}, is not one of the values. Add it, or choose another default.',
});

/** CapacityRequestPolicyDiscreteMaxOptions. */
const maxValues = 10;
const byWholeAmount: SetKey<Quantity> = { keyOf: (amount) => String(amount.value()) };

/** validateRequestPolicyValidValues, pkg/apis/resource/validation. */
export function validateValues(
  texts: readonly string[],
  amount: Quantity,
  capacity: Quantity,
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  const values = texts.map(quantityOf);
  values.forEach((value, i) => {
    const before = values[i - 1];
    if (before && before.compare(value) > 0)
      report.invalid(path.index(i), says['not-sorted']({ value: String(value) }));
  });
  validateSet(values, byWholeAmount, maxValues, path, context, (value, at) => {
    if (value.compare(capacity) > 0)
      report.invalid(at, says['too-large']({ value: String(value), capacity: String(capacity) }));
  });
  // A list that is too long is not looked through.
  const isListed = values.length <= maxValues && values.some((value) => value.compare(amount) === 0);
  if (!isListed) report.invalid(path, says['default-not-listed']({ value: String(amount) }));
}
