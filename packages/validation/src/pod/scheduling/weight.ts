import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';

/** How much a preference counts: 1 to 100, and there is no default. */
export function validateWeight(weight: number | undefined, path: FieldPath, context: Context): void {
  if (weight !== undefined && weight > 0 && weight <= 100) return;
  context.report.invalid(
    path.child('weight'),
    `A preference needs a weight from 1 to 100, and ${weight ?? 'none'} is given. The node with the highest sum wins.`,
  );
}
