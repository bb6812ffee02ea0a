import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, admissionregistration } from '@podlint/model';
import type { Context } from '@podlint/validation';
import { type PolicyScope, requireExpression, useIn } from '../policy-expressions.js';

const says = defineMessages('policy-validation', {
  blank: '`{field}` is blank. Write something, or remove the field.',
  'line-break': 'A message is one line. Remove the line breaks.',
});

/** Expressions that the policy had before. */
export interface StoredExpressions {
  readonly validations: ReadonlySet<string>;
  readonly messages: ReadonlySet<string>;
  /** Of audit annotations. */
  readonly values: ReadonlySet<string>;
}

const reasons = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];

/** validateValidation, pkg/apis/admissionregistration/validation. */
export function validateValidations(
  validations: readonly Decoded<admissionregistration.Validation>[],
  scope: PolicyScope,
  stored: StoredExpressions,
  path: FieldPath,
  context: Context,
): void {
  validations.forEach(({ expression = '', messageExpression = '', message = '', reason }, i) => {
    const at = path.index(i);
    const use = useIn(scope, ['bool'], stored.validations.has(expression));
    requireExpression(expression, use, scope, at.child('expression'), context);
    validateMessageExpression(messageExpression, scope, stored, at.child('messageExpression'), context);
    validateMessage(message, at.child('message'), context);
    if (reason !== undefined && !reasons.includes(reason))
      context.report.notSupported(at.child('reason'), reason, reasons);
  });
}

function validateMessageExpression(
  text: string,
  scope: PolicyScope,
  stored: StoredExpressions,
  path: FieldPath,
  context: Context,
): void {
  if (text === '') return;
  if (text.trim() === '') {
    context.report.invalid(path, says.blank({ field: 'messageExpression' }));
    return;
  }
  const use = { ...useIn(scope, ['string'], stored.messages.has(text)), authorizer: false };
  requireExpression(text, use, scope, path, context);
}

function validateMessage(message: string, path: FieldPath, { report }: Context): void {
  const text = message.trim();
  if (message !== '' && text === '') report.invalid(path, says.blank({ field: 'message' }));
  else if (/[\n\r]/.test(text)) report.invalid(path, says['line-break']());
}
