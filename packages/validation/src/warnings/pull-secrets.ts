import { defineMessages } from '@podlint/messages';
import { FirstUses } from '../pod/first-uses.js';
import { related } from '../related.js';
import type { PodScope } from './warning.js';

const says = defineMessages('pull-secret', {
  twice: 'The Secret "{name}" is listed twice. Remove one.',
  'no-name': 'The entry names no Secret, so it does nothing. Set its name, or remove it.',
});

export function warnAboutPullSecrets({ spec, specPath, warn }: PodScope): void {
  const uses = new FirstUses<number>();
  spec.imagePullSecrets?.forEach(({ name = '' }, i) => {
    const path = specPath.child('imagePullSecrets');
    const first = uses.record(name, i);
    if (first !== undefined)
      warn(path.index(i).child('name'), says.twice({ name }), {
        related: [{ field: path.index(first), message: related['listed-first']() }],
      });
    if (name === '') warn(path.index(i).child('name'), says['no-name']());
  });
}
