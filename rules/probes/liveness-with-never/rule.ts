import { defineRule, type ObjectView } from '@podlint/engine/rule';
import { canHaveProbes } from '../../kit/probes.js';

export default defineRule({
  id: 'probes/liveness-with-never',
  level: 'warn',
  summary: 'A livenessProbe of a container that is not restarted',
  brief: 'livenessProbe, but never restarted',
  messages: {
    ends: 'A livenessProbe with restartPolicy "Never" ends container "{name}" for good. It gets SIGTERM and is not started again. Once all containers have ended, the Pod is Failed; it is Succeeded if all of them exit with code 0, even if the probe failed. Remove the probe, or choose another restartPolicy.',
    policy: 'The container is not restarted.',
  },
  container(container, report) {
    const { value, at, pod, name } = container;
    if (!value.livenessProbe || !canHaveProbes(container) || value.restartPolicyRules?.length) return;
    // The container's own policy goes before that of the Pod (ContainerShouldRestart, pkg/api/v1/pod/util.go).
    if ((value.restartPolicy ?? pod.spec.restartPolicy) !== 'Never' || isReplaced(pod.object)) return;
    const policy = value.restartPolicy ? at.restartPolicy : pod.at.restartPolicy;
    report({
      at: at.livenessProbe,
      message: 'ends',
      data: { name },
      related: [{ at: policy, message: 'policy' }],
    });
  },
});

/** A Job makes a new Pod for a failed one. */
function isReplaced({ kind, value }: ObjectView): boolean {
  return kind.apiVersion === 'batch/v1' && backoffLimitOf(kind.kind, value) !== 0;
}

function backoffLimitOf(kind: string, value: Readonly<Record<string, unknown>>): unknown {
  const { spec } = value as { spec?: { backoffLimit?: number; jobTemplate?: { spec?: { backoffLimit?: number } } } };
  return kind === 'CronJob' ? spec?.jobTemplate?.spec?.backoffLimit : spec?.backoffLimit;
}
