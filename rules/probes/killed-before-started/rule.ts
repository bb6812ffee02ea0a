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
  brief: 'killed before it has started',
  messages: {
    always:
      'The container takes {startup} s to start, but its livenessProbe kills it after {kill} s. Container "{name}" never starts ({source}): it is killed after {failure}{hanging}, again and again. Up to {safe} s would be safe. Add a startupProbe, which holds the livenessProbe back until the container is up.',
    luck: 'The container takes {startup} s to start, and its livenessProbe may kill it after {kill} s. Whether container "{name}" starts in time ({source}) depends on when the probe happens to run: it is killed after {failure}{hanging}. Up to {safe} s is safe, above {unsafe} s it is always killed. Add a startupProbe, which holds the livenessProbe back until the container is up.',
    unreadable:
      'The startup time of container "{name}" cannot be read ({source}). So podlint cannot tell whether a probe kills the container before it is up. {problem}',
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
