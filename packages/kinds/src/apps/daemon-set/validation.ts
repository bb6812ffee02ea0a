import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type apps } from '@podlint/model';
import {
  type Context,
  amountOf,
  dnsSubdomainProblem,
  isEmptySelector,
  isUsableSelector,
  requireLongRunning,
  requireSelectedLabels,
  requireUnchanged,
  validateAtMostAll,
  validateIntOrPercent,
  validateLabelSelector,
  validateNotNegative,
  validatePodTemplateSpec,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('daemon-set', {
  'empty-selector':
    'An empty selector would claim every Pod in the namespace. Set matchLabels to labels of the template.',
  'no-rolling-update': 'The strategy RollingUpdate needs its settings.',
  'surge-and-unavailable':
    'maxSurge and maxUnavailable exclude each other. A DaemonSet either starts the new Pod first or stops the old one first. Set maxUnavailable to 0 to surge.',
  'not-zero': 'not 0; it is 1 where it is left out',
  'no-replacement': 'With maxSurge and maxUnavailable both 0 no Pod could ever be replaced. Raise one of them.',
});

type DaemonSet = Decoded<apps.DaemonSet>;
type DaemonSetSpec = Decoded<apps.DaemonSetSpec>;
type UpdateStrategy = Decoded<apps.DaemonSetUpdateStrategy>;
type RollingUpdate = Decoded<apps.RollingUpdateDaemonSet>;

const specPath = FieldPath.root.child('spec');

/** pkg/registry/apps/daemonset/strategy.go and ValidateDaemonSet in pkg/apis/apps/validation. */
export const daemonSetStrategy: Strategy<DaemonSet> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  validateCreate({ spec = {} }, context) {
    validateSpec(spec, context);
  },
  validateUpdate({ spec = {} }, { spec: oldSpec = {} }, context) {
    validateSpec(spec, context);
    requireUnchanged(spec, oldSpec, ['selector'], specPath, context);
  },
};

function validateSpec(spec: DaemonSetSpec, context: Context): void {
  const { selector, template = {} } = spec;
  validateLabelSelector(selector, specPath.child('selector'), context);
  if (isUsableSelector(selector)) requireSelectedLabels(selector, template, specPath, context);
  if (selector && isEmptySelector(selector)) {
    context.report.invalid(specPath.child('selector'), says['empty-selector']());
  }
  validatePodTemplateSpec(template, specPath.child('template'), context);
  requireLongRunning(template, specPath, context);
  validateNotNegative(spec, ['minReadySeconds', 'revisionHistoryLimit'], specPath, context);
  validateUpdateStrategy(spec.updateStrategy ?? {}, specPath.child('updateStrategy'), context);
}

function validateUpdateStrategy({ type = '', rollingUpdate }: UpdateStrategy, path: FieldPath, context: Context): void {
  if (type === 'OnDelete') return;
  if (type !== 'RollingUpdate')
    context.report.notSupported(path, type, ['RollingUpdate', 'OnDelete'], { at: path.child('type') });
  else if (rollingUpdate) validateRollingUpdate(rollingUpdate, path.child('rollingUpdate'), context);
  else context.report.required(path.child('rollingUpdate'), says['no-rolling-update']());
}

/**
 * A node gets its new Pod before or after the old one goes, so exactly one of the two is not zero
 * (ValidateRollingUpdateDaemonSet).
 */
function validateRollingUpdate(
  { maxUnavailable = 0, maxSurge = 0 }: RollingUpdate,
  path: FieldPath,
  context: Context,
): void {
  const amounts = { maxUnavailable, maxSurge };
  for (const field of ['maxUnavailable', 'maxSurge'] as const) {
    validateIntOrPercent(amounts[field], path.child(field), context);
    validateAtMostAll(amounts[field], path.child(field), context);
  }
  const unavailable = amountOf(maxUnavailable) !== 0;
  const surge = amountOf(maxSurge) !== 0;
  if (unavailable && surge) {
    context.report.invalid(path.child('maxSurge'), says['surge-and-unavailable'](), {
      related: [{ field: path.child('maxUnavailable'), message: says['not-zero']() }],
    });
  } else if (!unavailable && !surge) {
    context.report.required(path.child('maxUnavailable'), says['no-replacement']());
  }
}
