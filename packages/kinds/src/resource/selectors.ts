import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, resource } from '@podlint/model';
import { type Context, byteLength, requireField } from '@podlint/validation';
import { type ExpressionAge, lateChecks } from '../late-checks.js';
import { validateItems } from './items.js';

const says = defineMessages('device-selector', {
  'too-long': 'The expression is longer than {limit} bytes. Make it shorter.',
});

const maxSelectors = 32;
/** CELSelectorExpressionMaxLength. */
const maxBytes = 10 * 1024;

/** validateSelectorSlice, pkg/apis/resource/validation. */
export function validateSelectors(
  selectors: readonly Decoded<resource.DeviceSelector>[],
  age: ExpressionAge,
  path: FieldPath,
  context: Context,
): void {
  validateItems(selectors, maxSelectors, path, context, ({ cel }, at) => {
    const celPath = at.child('cel');
    requireField(cel, celPath, context);
    if (cel) validateExpression(cel.expression ?? '', age, celPath.child('expression'), context);
  });
}

/** validateCELSelector. */
function validateExpression(expression: string, age: ExpressionAge, path: FieldPath, { report, minor }: Context): void {
  if (byteLength(expression) > maxBytes) {
    report.tooLong(path, says['too-long']({ limit: maxBytes }));
    return;
  }
  const fault = lateChecks().deviceSelectorFault(expression, age, minor);
  if (fault?.kind === 'too costly') report.forbidden(path, fault.message);
  else if (fault) report.invalid(path, fault.message, { span: fault.span });
}
