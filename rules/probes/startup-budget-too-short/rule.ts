import { defineRule, set } from '@podlint/engine/rule';
import { canHaveProbes } from '../../kit/probes.js';
import {
  deadlyStart,
  startupTimeOptions,
  sufficientFailures,
  type StartupTimeOptions,
} from '../../kit/startup-time.js';

export default defineRule<'always' | 'luck', StartupTimeOptions>({
  id: 'probes/startup-budget-too-short',
  level: 'error',
  fix: 'unsafe',
  summary: 'A startupProbe that gives up before the container has started',
  messages: {
    always:
      'Container "{name}" takes {startup} s to start ({source}), but its startupProbe kills it after {failure}, {kill} s after its start{hanging}: it never gets up, and is started again and again. Up to {safe} s would be safe. Raise failureThreshold to {needed}.',
    luck: 'Container "{name}" takes {startup} s to start ({source}), and its startupProbe kills it after {failure}, which may be {kill} s after its start{hanging}: whether it gets up is a matter of luck, of how the beat of the probe falls. Up to {safe} s is safe, above {unsafe} s it is always killed. Raise failureThreshold to {needed}.',
  },
  options: startupTimeOptions,
  container(container, report, options) {
    const { startupProbe } = container.value;
    if (!startupProbe || !canHaveProbes(container)) return;
    const start = deadlyStart(container, options);
    if (!start) return;
    const needed = sufficientFailures(start.startupTime.seconds, startupProbe.periodSeconds ?? 10);
    const { failureThreshold } = container.at.startupProbe;
    report({
      at: failureThreshold,
      message: start.verdict === 'unsafe' ? 'always' : 'luck',
      data: { ...start.data, needed },
      fixes: [
        { title: `Raise failureThreshold to ${needed}`, safety: 'unsafe', changes: [set(failureThreshold, needed)] },
      ],
    });
  },
});
