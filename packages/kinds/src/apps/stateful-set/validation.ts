import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type apps } from '@podlint/model';
import {
  Context,
  dnsLabelProblem,
  firstDifference,
  isEmptySelector,
  plainList,
  requireLongRunning,
  requireSelectedLabels,
  takeFields,
  validateNotNegative,
  validateOwnSelector,
  validatePersistentVolumeClaimTemplate,
  validatePodTemplateMetadata,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateClaimRetention, validateUpdateStrategy } from './policies.js';
import { validateStatefulTemplate } from './template.js';

const says = defineMessages('stateful-set', {
  'unchangeable-field':
    'A StatefulSet that exists can change {allowed} and nothing else. For another {field}, delete it with "--cascade=orphan", which keeps its Pods, and create it anew.',
  'other-change':
    'A StatefulSet that exists can change {allowed} and nothing else. For another field, delete it with "--cascade=orphan", which keeps its Pods, and create it anew.',
  'no-management-policy': 'The policy is empty. Use "OrderedReady" or "Parallel".',
  'unknown-management-policy':
    '"{policy}" is not a way to manage Pods. Use "OrderedReady" to start and stop them one after the other, or "Parallel".',
  'invalid-service-name':
    '"{name}" cannot be the name of a Service, and every Pod\'s DNS name is made with it: {problem}.',
});

type StatefulSet = Decoded<apps.StatefulSet>;
type StatefulSetSpec = Decoded<apps.StatefulSetSpec>;

const specPath = FieldPath.root.child('spec');

/** Since 1.33: until then a StatefulSet with a bad serviceName was stored and could not make Pods. */
const serviceNameCheckedSince = 33;
/**
 * Since 1.34 the claims and the template's spec are checked; before, only the template's metadata was
 * (ValidatePodTemplateSpecForStatefulSet).
 */
const templateCheckedSince = 34;

/** pkg/registry/apps/statefulset/strategy.go and ValidateStatefulSet in pkg/apis/apps/validation. */
export const statefulSetStrategy: Strategy<StatefulSet> = {
  nameProblem: dnsLabelProblem,
  countsGenerations: true,
  validateCreate({ spec = {} }, context) {
    validateSpec(spec, context, 'whole');
    validateServiceName(spec.serviceName, context);
    if (context.minor >= templateCheckedSince) {
      spec.volumeClaimTemplates?.forEach((claim, i) =>
        validatePersistentVolumeClaimTemplate(claim, specPath.child('volumeClaimTemplates').index(i), context),
      );
    }
  },
  validateUpdate({ spec = {} }, { spec: oldSpec = {} }, context) {
    validateSpec(spec, context, isAcceptable(oldSpec, context) ? 'whole' : 'metadata');
    forbidOtherChanges(spec, oldSpec, context);
  },
};

/**
 * A stored template that today's checks refuse stays editable, and so its spec is not checked
 * (ValidateStatefulSetUpdate).
 */
function isAcceptable(oldSpec: StatefulSetSpec, { minor, options }: Context): boolean {
  const trial = new Context(minor, options);
  validateSpec(oldSpec, trial, 'whole');
  return trial.report.errors.length === 0;
}

const changeable = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
] as const;
/** Until 1.32 not even this one could change. */
const revisionHistoryChangeableSince = 33;

function forbidOtherChanges(spec: StatefulSetSpec, oldSpec: StatefulSetSpec, context: Context): void {
  const free =
    context.minor >= revisionHistoryChangeableSince
      ? changeable
      : changeable.filter((field) => field !== 'revisionHistoryLimit');
  const kept = takeFields({ ...spec }, oldSpec, ...free);
  const difference = firstDifference(kept, oldSpec, specPath, 'spec');
  if (!difference) return;
  const allowed = plainList(changeable);
  const field = difference.segments[1];
  context.report.forbidden(
    specPath,
    field === undefined ? says['other-change']({ allowed }) : says['unchangeable-field']({ allowed, field }),
    { at: difference },
  );
}

function validateSpec(spec: StatefulSetSpec, context: Context, templateCheck: 'whole' | 'metadata'): void {
  validatePodManagement(spec.podManagementPolicy ?? '', context);
  validateUpdateStrategy(spec.updateStrategy ?? {}, specPath.child('updateStrategy'), context);
  validateClaimRetention(
    spec.persistentVolumeClaimRetentionPolicy,
    specPath.child('persistentVolumeClaimRetentionPolicy'),
    context,
  );
  validateNotNegative(spec, ['replicas', 'minReadySeconds'], specPath, context);
  validateNotNegative(spec.ordinals ?? {}, ['start'], specPath.child('ordinals'), context);
  const { selector, template = {} } = spec;
  if (validateOwnSelector(selector, specPath.child('selector'), context)) {
    if (!selector || !isEmptySelector(selector)) requireSelectedLabels(selector, template, specPath, context);
    const templatePath = specPath.child('template');
    if (templateCheck === 'whole' && context.minor >= templateCheckedSince)
      validateStatefulTemplate(template, spec.volumeClaimTemplates ?? [], templatePath, context);
    else validatePodTemplateMetadata(template, templatePath, context);
  }
  requireLongRunning(template, specPath, context);
}

function validatePodManagement(policy: string, context: Context): void {
  if (policy === 'OrderedReady' || policy === 'Parallel') return;
  const path = specPath.child('podManagementPolicy');
  if (policy === '') context.report.required(path, says['no-management-policy']());
  else context.report.invalid(path, says['unknown-management-policy']({ policy }));
}

function validateServiceName(serviceName: string | undefined, context: Context): void {
  if (!serviceName || context.minor < serviceNameCheckedSince) return;
  const problem = dnsLabelProblem(serviceName);
  if (problem)
    context.report.invalid(specPath.child('serviceName'), says['invalid-service-name']({ name: serviceName, problem }));
}
