import { defineRule } from '@podlint/engine/rule';
import { canHaveProbes, possibleProbes } from '../../kit/probes.js';

export default defineRule({
  id: 'probes/no-liveness',
  level: 'off',
  hasChoices: true,
  summary: 'A container without a livenessProbe',
  brief: 'no livenessProbe',
  messages: {
    missing:
      'Container "{name}" has no livenessProbe: if its program hangs without ending, nothing restarts it. Add one that fails only when a restart is the cure.',
  },
  unset: ['missing'],
  container(container, report) {
    const { value, at, pod, name } = container;
    // Whoever does not want a restart has no use for the probe, and a Job ends.
    if (value.livenessProbe || !canHaveProbes(container) || pod.object.kind.apiVersion === 'batch/v1') return;
    if ((value.restartPolicy ?? pod.spec.restartPolicy) === 'Never') return;
    report({
      at: at.livenessProbe,
      message: 'missing',
      data: { name },
      choices: () => possibleProbes(at.livenessProbe, value.ports),
    });
  },
});
