import { defineRule, entryAt, set, startupTimeSources, type ContainerView, type Field } from '@podlint/engine/rule';
import { startupTimeAnnotation, startupTimeProblems, type StartupTimeProblem } from '@podlint/kubelet';
import { canHaveProbes, startupProbeLike } from '../../kit/probes.js';
import {
  deadlyStart,
  sourceText,
  startupTimeOptions,
  sufficientFailures,
  type StartupTimeOptions,
} from '../../kit/startup-time.js';

export default defineRule<'always' | 'luck' | 'unreadable', StartupTimeOptions>({
  id: 'probes/killed-before-started',
  level: 'error',
  fix: 'unsafe',
  summary: 'A livenessProbe that kills the container before it has started',
  messages: {
    always:
      'Container "{name}" takes {startup} s to start ({source}), but its livenessProbe kills it after {failure}, {kill} s after its start{hanging}: it never gets up, and is started again and again. Up to {safe} s would be safe. Add a startupProbe, which holds the livenessProbe back until the container is up.',
    luck: 'Container "{name}" takes {startup} s to start ({source}), and its livenessProbe kills it after {failure}, which may be {kill} s after its start{hanging}: whether it gets up is a matter of luck, of how the beat of the probe falls. Up to {safe} s is safe, above {unsafe} s it is always killed. Add a startupProbe, which holds the livenessProbe back until the container is up.',
    unreadable:
      'The startup time of container "{name}" cannot be read ({source}), so podlint does not go by it and cannot tell whether a probe kills the container before it is up. {problem}',
  },
  options: startupTimeOptions,
  container(container, report, options) {
    const { livenessProbe, startupProbe } = container.value;
    if ((livenessProbe || startupProbe) && canHaveProbes(container)) {
      for (const problem of startupTimeProblems(startupTimeSources(container, options.startupTime))) {
        report({
          at: placeOf(problem, container),
          message: 'unreadable',
          level: 'warn',
          data: { name: container.name, source: sourceText(problem), problem: problem.message },
        });
      }
    }
    if (!livenessProbe || startupProbe || !canHaveProbes(container)) return;
    const start = deadlyStart(container, options);
    if (!start) return;
    const added = startupProbeLike(
      livenessProbe,
      sufficientFailures(start.startupTime.seconds, livenessProbe.periodSeconds ?? 10),
    );
    report({
      at: container.at.livenessProbe,
      message: start.verdict === 'unsafe' ? 'always' : 'luck',
      data: start.data,
      fixes: [
        {
          title: 'Add a startupProbe that allows half as much again',
          safety: 'unsafe',
          changes: [set(container.at.startupProbe, added)],
        },
      ],
    });
  },
});

function placeOf({ source }: StartupTimeProblem, { pod, at, name }: ContainerView): Field {
  return source === 'annotation' ? entryAt(pod.metadataAt.annotations, startupTimeAnnotation(name)) : at;
}
