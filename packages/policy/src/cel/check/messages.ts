import { defineMessages } from '@podlint/messages';

export const says = defineMessages('cel-check', {
  'unknown-name': 'there is no variable or type {name}',
  'unknown-function': 'there is no function {name}',
  'no-overload': '{function} does not take {types}',
  'not-bool': 'a bool is needed here, not {type}',
  'no-fields': '{type} has no fields',
  'unknown-field': 'there is no field {field}',
  'not-a-message': '{type} cannot be written as a message',
  'field-type': 'the field {field} takes {expected}, not {found}',
  'not-optional': 'an optional value is needed here, not {type}',
  'optional-dyn': 'the type of an optional entry must be known; it is dyn here',
  'not-iterable': '{type} is not a list or map',
  'mixed-types': 'all must have one type: {expected}, not {found}',
  'bad-literal': 'not a valid argument of {function}',
  'format-clause': 'the format does not fit: {problem}',
  'format-arguments': 'the format uses {used} arguments, {given} are given',
});
