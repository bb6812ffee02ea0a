import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '@podlint/validation';

const says = defineMessages('percent', {
  'out-of-range': '{percent} % of the seats cannot be lent. Use 0 to 100.',
});

export function validatePercent(percent: number | undefined, path: FieldPath, { report }: Context): void {
  if (percent !== undefined && (percent < 0 || percent > 100)) report.invalid(path, says['out-of-range']({ percent }));
}
