import { defineMessages } from '@podlint/messages';

/** What several checks say of the other end of a mistake. */
export const related = defineMessages('related', {
  'used-first': '"{name}" is used here first',
  'listed-first': 'listed here first',
  'first-one': 'the first one',
  'other-one': 'the other one',
  type: 'the type is "{type}"',
  volumes: 'the volumes of the pod',
});
