import { type Message, defineMessages } from '@podlint/messages';
import {
  type Decoded,
  type FieldPath,
  type Quantity,
  type core,
  isOvercommitAllowed,
  parseQuantity,
  quantityIn,
} from '@podlint/model';
import type { Context } from '@podlint/validation';

const says = defineMessages('limit-amounts', {
  order: '{field} of {name} is {amount}, which does not fit with {other} of {otherAmount}. {advice}',
  'min-above-max': 'Set min to max at most.',
  'request-below-min': 'Set defaultRequest to min at least.',
  'request-above-max': 'Set defaultRequest to max at most.',
  'request-above-default': 'Set defaultRequest to default at most.',
  'default-below-min': 'Set default to min at least.',
  'default-above-max': 'Set default to max at most.',
  'request-differs': '{name} cannot be shared, so defaultRequest must equal default.',
  'ratio-below-one': 'The ratio is {ratio}, but a limit is never below its request. Use 1 or more.',
  'ratio-above-range':
    'The ratio {ratio} of {name} can never be reached, as max is only {range} times min. Lower it, or remove it.',
});

type Item = Decoded<core.LimitRangeItem>;
type AmountField = 'min' | 'max' | 'default' | 'defaultRequest';

interface OrderRule {
  readonly field: AmountField;
  readonly is: 'above' | 'below';
  readonly other: AmountField;
  readonly advice: () => Message;
}

/** Which amounts must not be above or below which (ValidateLimitRange); the first field is the one that is reported. */
const orderRules: readonly OrderRule[] = [
  { field: 'min', is: 'above', other: 'max', advice: says['min-above-max'] },
  { field: 'defaultRequest', is: 'below', other: 'min', advice: says['request-below-min'] },
  { field: 'defaultRequest', is: 'above', other: 'max', advice: says['request-above-max'] },
  { field: 'defaultRequest', is: 'above', other: 'default', advice: says['request-above-default'] },
  { field: 'default', is: 'below', other: 'min', advice: says['default-below-min'] },
  { field: 'default', is: 'above', other: 'max', advice: says['default-above-max'] },
];

/** Amounts of one resource that contradict each other. */
export function compareAmounts(item: Item, path: FieldPath, context: Context): void {
  // Of a limit for whole Pods the defaults are refused as such, and not compared.
  const compared = item.type === 'Pod' ? { ...item, default: {}, defaultRequest: {} } : item;
  const { max, min, default: limits, defaultRequest, maxLimitRequestRatio } = compared;
  const names = new Set(
    [max, min, limits, defaultRequest, maxLimitRequestRatio].flatMap((list) => Object.keys(list ?? {})),
  );
  for (const name of names) {
    for (const rule of orderRules) checkOrder(rule, name, compared, path, context);
    checkRatio(name, compared, path, context);
    checkSharing(name, compared, path, context);
  }
}

function checkOrder(
  { field, is, other, advice }: OrderRule,
  name: string,
  item: Item,
  path: FieldPath,
  { report }: Context,
): void {
  const amount = quantityIn(item[field], name);
  const otherAmount = quantityIn(item[other], name);
  if (!amount || !otherAmount || amount.compare(otherAmount) !== (is === 'above' ? 1 : -1)) return;
  report.invalid(
    path.child(field).key(name),
    says.order({
      field,
      name,
      amount: amount.toString(),
      other,
      otherAmount: otherAmount.toString(),
      advice: advice(),
    }),
  );
}

const one = parseQuantity('1');

function checkRatio(name: string, item: Item, path: FieldPath, { report }: Context): void {
  const ratio = quantityIn(item.maxLimitRequestRatio, name);
  if (!ratio || !one) return;
  const field = path.child('maxLimitRequestRatio').key(name);
  if (ratio.compare(one) < 0) report.invalid(field, says['ratio-below-one']({ ratio: ratio.toString() }));
  const [min, max] = [quantityIn(item.min, name), quantityIn(item.max, name)];
  if (!min || !max) return;
  const [asked, range] = ratios(ratio, min, max);
  if (asked > range)
    report.invalid(field, says['ratio-above-range']({ ratio: ratio.toString(), name, range: String(range) }));
}

/** Above this, thousandths do not fit into 64 bits (MaxMilliValue, apimachinery/pkg/api/resource). */
const maxMilliValue = (2n ** 63n - 1n) / 1000n;

/** The ratio and that of max to min, as floating point numbers, of thousandths where all three can be told in them. */
function ratios(ratio: Quantity, min: Quantity, max: Quantity): [asked: number, range: number] {
  if ([ratio, min, max].every((amount) => amount.value() < maxMilliValue))
    return [Number(ratio.milliValue()) / 1000, Number(max.milliValue()) / Number(min.milliValue())];
  return [Number(ratio.value()), Number(max.value()) / Number(min.value())];
}

function checkSharing(name: string, item: Item, path: FieldPath, { report }: Context): void {
  const limit = quantityIn(item.default, name);
  const request = quantityIn(item.defaultRequest, name);
  if (isOvercommitAllowed(name) || !limit || !request || limit.compare(request) === 0) return;
  report.invalid(path.child('defaultRequest').key(name), says['request-differs']({ name }));
}
