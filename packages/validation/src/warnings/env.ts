import { defineMessages } from '@podlint/messages';
import type { Decoded, core } from '@podlint/model';
import { FirstUses } from '../pod/first-uses.js';
import { containerPath, visitContainers } from '../pod/visit-containers.js';
import type { PodScope } from './warning.js';

const says = defineMessages('env-definition', {
  hides:
    '"{name}" is defined twice, and the later value wins. With kubectl apply only one of them may stay. Remove one.',
  hidden: 'defined here first',
});

/** A variable that is defined again hides the first definition, unless it builds on it: `PATH: $(PATH):/more`. */
export function warnAboutHiddenVariables({ spec, specPath, warn }: PodScope): void {
  visitContainers(spec, ({ env }, list, i) => {
    if (!env || env.length < 2) return;
    const uses = new FirstUses<number>();
    env.forEach((variable, j) => {
      const first = uses.record(variable.name ?? '', j);
      if (first === undefined || buildsOnItself(variable)) return;
      const path = containerPath(specPath, list, i).child('env');
      warn(path.index(j), says.hides({ name: variable.name ?? '' }), {
        related: [{ field: path.index(first), message: says.hidden() }],
      });
    });
  });
}

function buildsOnItself({ name = '', value = '', valueFrom }: Decoded<core.EnvVar>): boolean {
  const reference = `$(${name})`;
  return !valueFrom && value !== reference && value.includes(reference);
}
