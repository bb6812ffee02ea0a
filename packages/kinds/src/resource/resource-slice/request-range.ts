import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Quantity, resource } from '@podlint/model';
import { type Context, requireField } from '@podlint/validation';
import { quantityOf } from './amounts.js';

const says = defineMessages('request-range', {
  'more-than-capacity': '{value} is more than the capacity, {capacity}. Use less.',
  'default-too-small': 'The default, {value}, is less than the minimum, {min}.',
  'default-too-large': 'The default, {value}, is more than the maximum, {max}.',
  'min-over-max': 'The minimum, {min}, is more than the maximum, {max}.',
  'step-too-large': 'The minimum and one step are {value}, which is more than the capacity, {capacity}.',
  'off-step': '{value} is not a number of steps of {step} above {min}.',
  'no-step': 'The server divides by the step, and cannot by zero. Use a larger one.',
});

interface Bounds {
  readonly min: Quantity;
  readonly max: Quantity | undefined;
  readonly capacity: Quantity;
}

/** validateRequestPolicyRange, pkg/apis/resource/validation. */
export function validateRange(
  range: Decoded<resource.CapacityRequestPolicyRange>,
  amount: Quantity,
  capacity: Quantity,
  path: FieldPath,
  context: Context,
): void {
  requireField(range.min, path.child('min'), context);
  if (range.min === undefined) return;
  const max = range.max === undefined ? undefined : quantityOf(range.max);
  const bounds = { min: quantityOf(range.min), max, capacity };
  validateBounds(bounds, amount, path, context);
  if (range.step !== undefined) validateStep(quantityOf(range.step), bounds, amount, path.child('step'), context);
}

function validateBounds({ min, max, capacity }: Bounds, amount: Quantity, path: FieldPath, { report }: Context): void {
  const [minPath, maxPath] = [path.child('min'), path.child('max')];
  const isMore = (value: Quantity, at: FieldPath): void => {
    if (value.compare(capacity) > 0)
      report.invalid(at, says['more-than-capacity']({ value: String(value), capacity: String(capacity) }));
  };
  isMore(min, minPath);
  if (amount.compare(min) < 0)
    report.invalid(minPath, says['default-too-small']({ value: String(amount), min: String(min) }));
  if (!max) return;
  if (min.compare(max) > 0) report.invalid(maxPath, says['min-over-max']({ min: String(min), max: String(max) }));
  isMore(max, maxPath);
  if (amount.compare(max) > 0)
    report.invalid(maxPath, says['default-too-large']({ value: String(amount), max: String(max) }));
}

function validateStep(
  step: Quantity,
  { min, max, capacity }: Bounds,
  amount: Quantity,
  path: FieldPath,
  { report }: Context,
): void {
  const first = min.plus(step);
  if (first.compare(capacity) > 0)
    report.invalid(path, says['step-too-large']({ value: String(first), capacity: String(capacity) }));
  if (step.value() === 0n) {
    report.internal(path, says['no-step']());
    return;
  }
  for (const value of max ? [amount, max] : [amount])
    if (!isOnStep(value, min, step))
      report.invalid(path, says['off-step']({ value: String(value), step: String(step), min: String(min) }));
}

/** In whole units, as Go counts them (validateRequestPolicyRangeStep). */
function isOnStep(value: Quantity, min: Quantity, step: Quantity): boolean {
  return BigInt.asIntN(64, value.value() - min.value()) % step.value() === 0n;
}
