import { defineRule, remove, set, type Change, type ContainerView } from '@podlint/engine/rule';
import { canHaveProbes, startupProbeLike, type Probe } from '../../kit/probes.js';

interface Options {
  readonly seconds: number;
}

export default defineRule<'delay', Options>({
  id: 'probes/delay-instead-of-startup-probe',
  level: 'info',
  fix: 'unsafe',
  summary: 'A livenessProbe that waits long for the container to start, where a startupProbe would know',
  brief: 'long delay, no startupProbe',
  ofWholePods: true,
  messages: {
    delay:
      'The livenessProbe of container "{name}" waits {seconds} s after each start. A program that hangs within that time is not restarted, and one that starts more slowly is killed. Use a startupProbe, which ends the wait as soon as the program answers.',
  },
  options: {
    schema: {
      type: 'object',
      properties: {
        seconds: { type: 'integer', minimum: 0, description: 'The longest initialDelaySeconds that is not reported.' },
      },
      additionalProperties: false,
    },
    defaults: { seconds: 60 },
  },
  container(container, report, options) {
    const { livenessProbe, startupProbe } = container.value;
    const seconds = livenessProbe?.initialDelaySeconds ?? 0;
    if (!livenessProbe || startupProbe || seconds <= options.seconds || !canHaveProbes(container)) return;
    report({
      at: container.at.livenessProbe.initialDelaySeconds,
      message: 'delay',
      data: { name: container.name, seconds },
      fixes: [
        {
          title: 'Use a startupProbe instead of the delay',
          safety: 'unsafe',
          changes: withStartupProbe(container, livenessProbe, seconds),
        },
      ],
    });
  },
});

/** A container that never answers is killed as late as before. */
function withStartupProbe({ at }: ContainerView, livenessProbe: Probe, seconds: number): Change[] {
  const { periodSeconds = 10, failureThreshold = 3 } = livenessProbe;
  return [
    remove(at.livenessProbe.initialDelaySeconds),
    set(at.startupProbe, startupProbeLike(livenessProbe, Math.ceil(seconds / periodSeconds) + failureThreshold)),
  ];
}
