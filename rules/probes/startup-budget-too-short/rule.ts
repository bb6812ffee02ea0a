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
  brief: 'startupProbe gives up too early',
  messages: {
    always:
      'The container takes {startup} s to start, but its startupProbe kills it after {kill} s. Container "{name}" never starts ({source}): it is killed after {failure}{hanging}, again and again. Up to {safe} s would be safe. Raise failureThreshold to {needed}.',
    luck: 'The container takes {startup} s to start, and its startupProbe may kill it after {kill} s. Whether container "{name}" starts in time ({source}) depends on when the probe happens to run: it is killed after {failure}{hanging}. Up to {safe} s is safe, above {unsafe} s it is always killed. Raise failureThreshold to {needed}.',
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
