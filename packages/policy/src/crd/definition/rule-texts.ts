import type { FieldPath } from '@podlint/field-path';
import { fieldOfRule } from '../rules/field-path.js';
import type { Schema, ValidationRule } from '../schema/schema.js';
import { says } from './messages.js';
import type { Report } from './report.js';
import { unsupportedKeyword } from './unsupported.js';

const reasons: readonly string[] = [
  'FieldValueDuplicate',
  'FieldValueForbidden',
  'FieldValueInvalid',
  'FieldValueRequired',
];

/** What rules say besides CEL. */
export function validateRuleTexts(schema: Schema, path: FieldPath, report: Report): void {
  schema.validations.forEach((rule, at) => {
    const place = path.child('x-kubernetes-validations').index(at);
    validateMessage(rule, place, report);
    if (rule.messageExpression !== '' && isBlank(rule.messageExpression))
      report('FieldValueRequired', place.child('messageExpression'), says['blank-text']());
    if (rule.reason !== undefined && !reasons.includes(rule.reason))
      report('FieldValueNotSupported', place.child('reason'), notSupported(rule.reason));
    if (rule.fieldPath !== '') validateFieldPath(rule.fieldPath, schema, place.child('fieldPath'), report);
  });
}

const isBlank = (text: string): boolean => text.trim() === '';
const hasLineBreak = (text: string): boolean => /[\n\r]/.test(text.trim());
const notSupported = (value: string): ReturnType<(typeof says)['not-supported']> =>
  says['not-supported']({ value, allowed: reasons.join(', ') });

function validateMessage({ rule, message }: ValidationRule, path: FieldPath, report: Report): void {
  if (isBlank(rule)) report('FieldValueRequired', path.child('rule'), says['blank-rule']());
  else if (message !== '' && isBlank(message)) report('FieldValueInvalid', path.child('message'), says['blank-text']());
  else if (hasLineBreak(message)) report('FieldValueInvalid', path.child('message'), says['line-break']());
  else if (hasLineBreak(rule) && isBlank(message))
    report('FieldValueRequired', path.child('message'), says['message-needed']());
}

function validateFieldPath(text: string, schema: Schema, path: FieldPath, report: Report): void {
  if (isBlank(text)) report('FieldValueInvalid', path, says['blank-text']());
  if (/[\n\r]/.test(text)) report('FieldValueInvalid', path, says['line-break']());
  const isStructural = unsupportedKeyword(schema.raw) === undefined;
  if (isStructural && !fieldOfRule(text, schema)) report('FieldValueInvalid', path, says['bad-field-path']());
}
