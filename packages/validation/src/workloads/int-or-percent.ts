import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';

const says = defineMessages('pod-amount', {
  negative: '{value} is negative. Use a number of Pods from 0 on, or a percentage such as "25%".',
  'above-all': '"{value}" is more Pods than there are. Use "100%" at most.',
  'quoted-number':
    '"{value}" is neither a number nor a percentage. Write {number} without quotes, or "25%" for a share of them.',
  invalid: '"{value}" is neither a number nor a percentage. Write 2 for two Pods, or "25%" for a share of them.',
});

/** A number of Pods, or a share of them: `2`, `"25%"`. */
export type IntOrPercent = number | string;

const percentPattern = /^[0-9]+%$/;
const integerPattern = /^[+-]?[0-9]+$/;

/** ValidatePositiveIntOrPercent, pkg/apis/apps/validation. Zero passes. */
export function validateIntOrPercent(value: IntOrPercent, path: FieldPath, context: Context): void {
  if (typeof value === 'number') {
    if (value < 0) context.report.invalid(path, says.negative({ value }));
  } else if (!percentPattern.test(value)) {
    const isQuoted = integerPattern.test(value);
    context.report.invalid(
      path,
      isQuoted ? says['quoted-number']({ value, number: Number(value) }) : says.invalid({ value }),
    );
  }
}

/** IsNotMoreThan100Percent, pkg/apis/apps/validation. */
export function validateAtMostAll(value: IntOrPercent, path: FieldPath, context: Context): void {
  const percent = percentOf(value);
  if (percent !== undefined && percent > 100) context.report.invalid(path, says['above-all']({ value }));
}

/**
 * The number in front of the percent sign, or the number itself; zero for text that is neither (getIntOrPercentValue,
 * pkg/apis/apps/validation).
 */
export function amountOf(value: IntOrPercent): number {
  if (typeof value === 'number') return value;
  return percentOf(value) ?? (integerPattern.test(value) ? Number(value) : 0);
}

function percentOf(value: IntOrPercent): number | undefined {
  return typeof value === 'string' && percentPattern.test(value) ? Number(value.slice(0, -1)) : undefined;
}
