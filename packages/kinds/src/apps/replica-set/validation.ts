import { type Decoded, FieldPath, type apps } from '@podlint/model';
import {
  type Context,
  dnsSubdomainProblem,
  isEmptySelector,
  requireLongRunning,
  requireSelectedLabels,
  requireUnchanged,
  validateNotNegative,
  validateOwnSelector,
  validatePodTemplateSpec,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

type ReplicaSet = Decoded<apps.ReplicaSet>;
type ReplicaSetSpec = Decoded<apps.ReplicaSetSpec>;

const specPath = FieldPath.root.child('spec');

/**
 * What a ReplicaSet and a Deployment have in common: a selector, and a template that it selects
 * (ValidatePodTemplateSpecForReplicaSet, pkg/apis/apps/validation).
 */
export function validateSelectorAndTemplate(
  spec: Pick<ReplicaSetSpec, 'selector' | 'template'>,
  context: Context,
): void {
  const { selector, template = {} } = spec;
  if (!validateOwnSelector(selector, specPath.child('selector'), context)) return;
  if (!selector || !isEmptySelector(selector)) requireSelectedLabels(selector, template, specPath, context);
  validatePodTemplateSpec(template, specPath.child('template'), context);
  requireLongRunning(template, specPath, context);
}

function validateSpec(spec: ReplicaSetSpec, context: Context): void {
  validateNotNegative(spec, ['replicas', 'minReadySeconds'], specPath, context);
  validateSelectorAndTemplate(spec, context);
}

/** pkg/registry/apps/replicaset/strategy.go and ValidateReplicaSet in pkg/apis/apps/validation. */
export const replicaSetStrategy: Strategy<ReplicaSet> = {
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
