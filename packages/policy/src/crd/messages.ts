import { defineMessages } from '@podlint/messages';

/** What is said of custom objects. */
export const says = defineMessages('custom-object', {
  type: 'A value of type {expected} is needed here, not {actual}',
  required: 'This field is required',
  enum: '{value} is not allowed here; use one of {allowed}',
  'no-match': 'The value fits none of the schemas of anyOf',
  'not-one': 'The value must fit exactly one schema of oneOf; it fits {count}',
  'not-all': 'The value does not fit all schemas of allOf',
  forbidden: 'The value must not fit the schema of not',
  'too-long': 'This text has {length} characters; at most {limit} are allowed',
  'too-short': 'This text has {length} characters; at least {limit} are needed',
  pattern: '{value} does not match {pattern}',
  format: '{value} is not of the format {format}',
  'too-many-items': 'This list has {length} items; at most {limit} are allowed',
  'too-few-items': 'This list has {length} items; at least {limit} are needed',
  'too-many-properties': 'This object has {length} fields; at most {limit} are allowed',
  'too-few-properties': 'This object has {length} fields; at least {limit} are needed',
  'unknown-property': 'The field {name} is not allowed here',
  'too-large': '{value} is too large; use {limit} at most',
  'not-below': '{value} is too large; use less than {limit}',
  'too-small': '{value} is too small; use {limit} at least',
  'not-above': '{value} is too small; use more than {limit}',
  'not-multiple': '{value} is not a multiple of {factor}',
  'bad-factor': 'multipleOf must be greater than 0, not {factor}',
  'out-of-range': '{what} {value} is not a number of type {type}',
  'duplicate-item': 'This item is in the list twice',
  'duplicate-key': 'Two items have the same keys ({keys})',
  'not-an-object': 'The items of this list must be objects',
  'must-be-text': 'This field takes a text',
  'must-not-be-empty': 'This field must not be empty',
  'bad-kind': '{kind} is not the name of a kind',
  'bad-version': '{version} is not an apiVersion',
  'bad-metadata': 'The metadata cannot be read: {problem}',
  'other-kind': 'The kind must be {kind}',
  'other-version': 'The apiVersion must be {version}',
  'bad-replicas': 'The number of replicas must be an integer from 0 to 2147483647',
  'bad-selector': 'The selector must be a text',
  'rules-not-checked': 'Other mistakes kept the rules of x-kubernetes-validations from being checked',
  'failed-rule': '{message}',
  'rule-fault': 'The rule {rule} could not be evaluated: {problem}',
  'rule-compile': 'The rule {rule} does not compile',
  'rules-cost': 'The rules of x-kubernetes-validations cost more than one object may',
  'no-version': 'The definition has no version {version}',
});

const mostLetters = 60;

/** A value as a message shows it: a long one is cut. */
export function shownValue(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}...` : text;
}
