import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'lifecycle/probe-grace-over-pod',
  level: 'warn',
  summary: 'A grace period of a probe that is longer than that of the Pod',
  brief: "probe's grace period too long",
  ofWholePods: true,
  messages: {
    longer:
      "The grace period of the {probe} ({seconds} s) is longer than the Pod's ({grace} s). A probe's grace period is meant to be shorter, as a container that fails it most often hangs. Set less than {grace}, or raise that of the Pod.",
  },
  container({ value, at, pod }, report) {
    for (const probe of ['livenessProbe', 'startupProbe'] as const) {
      const seconds = value[probe]?.terminationGracePeriodSeconds;
      const grace = pod.spec.terminationGracePeriodSeconds;
      if (seconds === undefined || grace === undefined || seconds <= grace) continue;
      report({ at: at[probe].terminationGracePeriodSeconds, message: 'longer', data: { probe, seconds, grace } });
    }
  },
});
