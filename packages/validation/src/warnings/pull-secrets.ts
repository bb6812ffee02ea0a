import { FirstUses } from '../pod/first-uses.js';
import type { PodScope } from './warning.js';

export function warnAboutPullSecrets({ spec, specPath, warn }: PodScope): void {
  const uses = new FirstUses<number>();
  spec.imagePullSecrets?.forEach(({ name = '' }, i) => {
    const path = specPath.child('imagePullSecrets');
    const first = uses.record(name, i);
    if (first !== undefined)
      warn(path.index(i).child('name'), `The Secret "${name}" is listed twice. Remove one.`, {
        related: [{ field: path.index(first), message: 'listed here first' }],
      });
    if (name === '')
      warn(path.index(i).child('name'), 'The entry names no Secret, so it does nothing. Set its name, or remove it.');
  });
}
