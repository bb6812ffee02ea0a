import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import {
  type Context,
  dnsSubdomainProblem,
  pathSegmentProblem,
  requireLabels,
  requireLongRunning,
  validateNotNegative,
  validatePodTemplateSpec,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('replication-controller', {
  'no-selector':
    'The controller has no selector, so it cannot tell which Pods are its own. Set it to labels of the template.',
  'no-template': 'The controller has no template to make Pods from. Add one.',
});

type ReplicationController = Decoded<core.ReplicationController>;
type ReplicationControllerSpec = Decoded<core.ReplicationControllerSpec>;

const specPath = FieldPath.root.child('spec');

/**
 * Since 1.35 generateName only has to fit a URL, and the name that comes of it is checked (ValidateObjectMetaWithOpts).
 */
const generateNameUncheckedSince = 35;

/**
 * pkg/registry/core/replicationcontroller/strategy.go and ValidateReplicationController in pkg/apis/core/validation.
 */
export const replicationControllerStrategy: Strategy<ReplicationController> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  generateNameProblem: ({ minor }) => (minor >= generateNameUncheckedSince ? pathSegmentProblem : undefined),
  validateCreate({ spec = {} }, context) {
    validateSpec(spec, context);
  },
  validateUpdate({ spec = {} }, _old, context) {
    validateSpec(spec, context);
  },
};

function validateSpec(spec: ReplicationControllerSpec, context: Context): void {
  const { selector = {}, template } = spec;
  validateNotNegative(spec, ['minReadySeconds', 'replicas'], specPath, context);
  const selects = Object.keys(selector).length > 0;
  if (!selects) context.report.required(specPath.child('selector'), says['no-selector']());
  if (!template) {
    context.report.required(specPath.child('template'), says['no-template']());
    return;
  }
  if (selects) requireLabels(selector, template, specPath, context);
  validatePodTemplateSpec(template, specPath.child('template'), context);
  requireLongRunning(template, specPath, context);
}
