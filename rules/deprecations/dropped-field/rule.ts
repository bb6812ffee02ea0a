import { defineRule } from '@podlint/engine/rule';
import { isEnabled, onByDefaultSince, type FeatureGate } from '@podlint/model';

/**
 * The part of this code that goes beyond what the server takes out of an object: settings that look like nothing to it
 * and yet were meant, and one whose value it changes.
 * Fields that it removes with something in them are found by the API stage, under the same code.
 */
export default defineRule({
  id: 'deprecations/dropped-field',
  level: 'warn',
  tags: ['unnecessary'],
  summary: 'A field that the server removes or changes without a word, because its feature gate is off',
  brief: 'the server drops this field',
  messages: {
    hostUsers:
      'The server silently drops hostUsers: false before 1.{since}. The feature gate {gate} is off by default: the Pod gets no user namespace, and root in its containers is root on the node. Raise the version, or suppress this if your cluster turns the gate on.',
    procMount:
      'The server silently changes procMount: {value} to "Default" before 1.{since}. The feature gate {gate} is off by default, so /proc stays masked in the container. Remove the field, or suppress this if your cluster turns the gate on.',
  },
  pod({ spec, at, object }, report) {
    const gate: FeatureGate = 'UserNamespacesSupport';
    if (isEnabled(gate, object.minor) || spec.hostUsers !== undefined || object.writtenValue(at.hostUsers) !== false)
      return;
    report({ at: at.hostUsers, message: 'hostUsers', data: { gate, since: onByDefaultSince(gate) ?? '' } });
  },
  container({ value, at, pod: { object } }, report) {
    const gate: FeatureGate = 'ProcMountType';
    if (isEnabled(gate, object.minor) || value.securityContext?.procMount === undefined) return;
    const written = object.writtenValue(at.securityContext.procMount);
    if (typeof written !== 'string' || written === 'Default') return;
    report({
      at: at.securityContext.procMount,
      message: 'procMount',
      data: { value: written, gate, since: onByDefaultSince(gate) ?? '' },
    });
  },
});
