import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';

const says = defineMessages('preference-weight', {
  missing: 'A preference needs a weight from 1 to 100, and none is given. The node with the highest sum wins.',
  'out-of-range':
    'A preference needs a weight from 1 to 100, and {weight} is given. The node with the highest sum wins.',
});

/** How much a preference counts: 1 to 100, and there is no default. */
export function validateWeight(weight: number | undefined, path: FieldPath, context: Context): void {
  if (weight !== undefined && weight > 0 && weight <= 100) return;
  const message = weight === undefined ? says.missing() : says['out-of-range']({ weight });
  context.report.invalid(path.child('weight'), message);
}
