import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { validateHandler } from './handlers.js';
import type { Container } from './pod-facts.js';

const says = defineMessages('probe', {
  negative: '{field} is {value}, but it cannot be negative. Use 0 for the default, or more.',
  'readiness-grace-period':
    'A readiness probe never ends the container, so it has no grace period. Remove terminationGracePeriodSeconds.',
  'success-threshold':
    'successThreshold is {value}, but a container that answers once is alive; only readiness probes can ask for more. Set 1, or leave it out.',
  'grace-period':
    "terminationGracePeriodSeconds is {seconds}, but a probe has to give the container time to end. Use 1 or more, or leave it out to have the pod's.",
});

type Probe = Decoded<core.Probe>;

/** A failed liveness or startup probe restarts the container; a failed readiness probe only takes it out of service. */
export const probeFields = [
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
] as const satisfies readonly (keyof Container)[];

/** Numbers that every probe may have, and 0 or an absent one is the default. */
const counts = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'failureThreshold',
] as const satisfies readonly (keyof Probe)[];

export function validateProbes(container: Container, path: FieldPath, context: Context): void {
  for (const field of probeFields) {
    const probe = container[field];
    if (!probe) continue;
    const probePath = path.child(field);
    validateProbe(probe, probePath, context);
    if (field === 'readinessProbe') validateReadiness(probe, probePath, context);
    else validateRestarting(probe, probePath, context);
  }
}

/** What probes have in common (validateProbe). */
function validateProbe(probe: Probe, path: FieldPath, context: Context): void {
  validateHandler(probe, undefined, path, context);
  for (const count of counts) validateCount(probe[count], count, path, context);
}

function validateCount(value: number | undefined, field: string, path: FieldPath, context: Context): void {
  if (value !== undefined && value < 0) context.report.invalid(path.child(field), says.negative({ field, value }));
}

/** validateReadinessProbe */
function validateReadiness(
  { successThreshold, terminationGracePeriodSeconds }: Probe,
  path: FieldPath,
  context: Context,
): void {
  validateCount(successThreshold, 'successThreshold', path, context);
  if (terminationGracePeriodSeconds === undefined) return;
  context.report.invalid(path.child('terminationGracePeriodSeconds'), says['readiness-grace-period']());
}

/** validateLivenessProbe and validateStartupProbe */
function validateRestarting(
  { successThreshold = 0, terminationGracePeriodSeconds: gracePeriod }: Probe,
  path: FieldPath,
  context: Context,
): void {
  if (successThreshold !== 1) {
    context.report.invalid(path.child('successThreshold'), says['success-threshold']({ value: successThreshold }));
  }
  if (gracePeriod !== undefined && gracePeriod <= 0) {
    context.report.invalid(path.child('terminationGracePeriodSeconds'), says['grace-period']({ seconds: gracePeriod }));
  }
}
