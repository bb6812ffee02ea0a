import { defineMessages } from '@podlint/messages';

export const says = defineMessages('cel-syntax', {
  'too-long': 'the expression is longer than {limit} characters',
  'too-large': 'macros make more than {limit} parts of the expression',
  'too-deep': 'the expression is nested deeper than {limit} levels',
  'bad-character': 'unexpected character {character}',
  'bad-string': 'the string does not end, or has an escape sequence that does not exist',
  'bad-escape': 'the escape sequence does not stand for a character',
  'bad-int': 'the number does not fit into an int',
  'bad-uint': 'the number does not fit into a uint',
  'bad-double': 'the number does not fit into a double',
  unexpected: 'unexpected {found}; {expected} was expected',
  reserved: '{name} is a reserved word',
  'escaped-name': 'names in backticks are not supported',
  'has-argument': 'has() takes a field selection such as has(object.spec.field)',
  'macro-variable': 'the variable of a macro must be a plain name',
  'macro-variables': 'the two variables of a macro must have different names',
  'macro-accumulator': 'this name is used by the macro itself',
  'sort-by-target': 'sortBy() takes a list, a name, a call or a field selection',
});
