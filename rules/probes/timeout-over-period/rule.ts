import { defineRule } from '@podlint/engine/rule';
import { probeKinds } from '../../kit/probes.js';

export default defineRule({
  id: 'probes/timeout-over-period',
  level: 'warn',
  summary: 'A probe that may take longer than the time between two of its runs',
  brief: 'timeout is above the period',
  messages: {
    longer:
      'The {probe} may take {timeout} s (timeoutSeconds) but is to run every {period} s (periodSeconds). One run waits for the one before, so while the program hangs it runs every {timeout} s only, and takes {total} s to reach its failureThreshold of {failures}. Set a timeoutSeconds of {period} at most.',
  },
  container({ value, at }, report) {
    for (const probe of probeKinds) {
      const settings = value[probe];
      if (!settings) continue;
      const { timeoutSeconds: timeout = 1, periodSeconds: period = 10, failureThreshold = 3 } = settings;
      if (timeout <= period) continue;
      // A tick that comes while the probe runs is kept, and starts the next one as soon as it is over (worker.run,
      // pkg/kubelet/prober/worker.go).
      report({
        at: at[probe].timeoutSeconds,
        message: 'longer',
        data: { probe, timeout, period, failures: failureThreshold, total: timeout * failureThreshold },
      });
    }
  },
});
