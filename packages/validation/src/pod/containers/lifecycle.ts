import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { validateHandler, type SleepLimits } from './handlers.js';
import type { PodFacts, PodSpec } from './pod-facts.js';
import { linuxSignals, windowsSignals } from './signals.js';

const says = defineMessages('stop-signal', {
  'no-os': 'Which signals there are depends on the operating system, and the pod does not name it. Set spec.os.name.',
  'os-not-set': 'not set',
});

/** validateLifecycle, pkg/apis/core/validation/validation.go. */
export function validateLifecycle(
  lifecycle: Decoded<core.Lifecycle>,
  path: FieldPath,
  facts: PodFacts,
  context: Context,
): void {
  const sleep = sleepLimits(facts.spec, context);
  if (lifecycle.postStart) validateHandler(lifecycle.postStart, sleep, path.child('postStart'), context);
  if (lifecycle.preStop) validateHandler(lifecycle.preStop, sleep, path.child('preStop'), context);
  if (lifecycle.stopSignal !== undefined)
    validateStopSignal(lifecycle.stopSignal, path.child('stopSignal'), facts, context);
}

/** Undefined while the pod has no grace period, which is an error of its own. */
function sleepLimits(spec: PodSpec, { options }: Context): SleepLimits | undefined {
  const longest = spec.terminationGracePeriodSeconds;
  return longest === undefined
    ? undefined
    : { shortest: options.allowPodLifecycleSleepActionZeroValue ? 0 : 1, longest };
}

/** Signals differ between systems, so the pod has to say which it is for (validateStopSignal). */
function validateStopSignal(signal: string, path: FieldPath, { spec, specPath }: PodFacts, context: Context): void {
  if (!spec.os) {
    context.report.forbidden(path, says['no-os'](), {
      related: [{ field: specPath.child('os'), message: says['os-not-set']() }],
    });
    return;
  }
  const signals = signalsOf(spec.os.name);
  if (signals && !signals.includes(signal)) context.report.notSupported(path, signal, signals);
}

function signalsOf(os: string | undefined): readonly string[] | undefined {
  if (os === 'windows') return windowsSignals;
  return os === 'linux' ? linuxSignals : undefined;
}
