import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';

/** A number of Pods, or a share of them: `2`, `"25%"`. */
export type IntOrPercent = number | string;

const percentPattern = /^[0-9]+%$/;
const integerPattern = /^[+-]?[0-9]+$/;

/** ValidatePositiveIntOrPercent, pkg/apis/apps/validation. Zero passes. */
export function validateIntOrPercent(value: IntOrPercent, path: FieldPath, context: Context): void {
  if (typeof value === 'number') {
    if (value < 0)
      context.report.invalid(
        path,
        `${value} is negative. Use a number of Pods from 0 on, or a percentage such as "25%".`,
      );
  } else if (!percentPattern.test(value)) {
    const advice = integerPattern.test(value) ? `Write ${Number(value)} without quotes` : 'Write 2 for two Pods';
    context.report.invalid(
      path,
      `"${value}" is neither a number nor a percentage. ${advice}, or "25%" for a share of them.`,
    );
  }
}

/** IsNotMoreThan100Percent, pkg/apis/apps/validation. */
export function validateAtMostAll(value: IntOrPercent, path: FieldPath, context: Context): void {
  const percent = percentOf(value);
  if (percent !== undefined && percent > 100)
    context.report.invalid(path, `"${value}" is more Pods than there are. Use "100%" at most.`);
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
