import { defineMessages } from '@podlint/messages';

export const says = defineMessages('expression', {
  'not-compiled': 'The expression does not compile: {problem}.',
  'wrong-type': 'The expression must give {expected}, not {found}.',
  'too-costly':
    'Finding out can cost more than {limit} units, which the server does not allow. Make the expression simpler.',
});
