import { defineMessages } from '@podlint/messages';

export const says = defineMessages('expression', {
  'not-compiled': 'The expression does not compile: {problem}.',
  'wrong-type': 'The expression gives {found}, and it has to give {expected}.',
  'too-costly':
    'Finding out can cost more than {limit} units, which the server does not allow. Make the expression simpler.',
});
