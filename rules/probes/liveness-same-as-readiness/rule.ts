import { semanticEqual } from '@podlint/model';
import { defineRule } from '@podlint/engine/rule';
import { handlerOf, type Probe } from '../../kit/probes.js';

export default defineRule({
  id: 'probes/liveness-same-as-readiness',
  level: 'warn',
  summary: 'A livenessProbe that does the same as the readinessProbe, at the same times',
  brief: 'liveness same as readiness',
  messages: {
    same: 'The livenessProbe and readinessProbe of container "{name}" are the same. A container that cannot serve for a moment is killed as soon as it leaves its Services, without time to recover. Make the livenessProbe slower, or let it check less.',
    other: 'The readinessProbe that is the same.',
  },
  container({ value, at, name }, report) {
    const { livenessProbe, readinessProbe } = value;
    if (
      !livenessProbe ||
      !readinessProbe ||
      !isSameTiming(livenessProbe, readinessProbe) ||
      !mayAskTheSame(livenessProbe, readinessProbe)
    )
      return;
    if (!semanticEqual(handlerOf(livenessProbe), handlerOf(readinessProbe))) return;
    report({
      at: at.livenessProbe,
      message: 'same',
      data: { name },
      related: [{ at: at.readinessProbe, message: 'other' }],
    });
  },
});

const timing = [
  'initialDelaySeconds',
  'periodSeconds',
  'timeoutSeconds',
  'failureThreshold',
  'successThreshold',
] as const;

function isSameTiming(a: Probe, b: Probe): boolean {
  return timing.every((field) => (a[field] ?? 0) === (b[field] ?? 0));
}

/** Tells most pairs apart without a look at everything. */
function mayAskTheSame(a: Probe, b: Probe): boolean {
  return (
    a.httpGet?.path === b.httpGet?.path &&
    a.httpGet?.port === b.httpGet?.port &&
    a.exec?.command?.length === b.exec?.command?.length
  );
}
