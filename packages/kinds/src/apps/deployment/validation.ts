import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type apps } from '@podlint/model';
import {
  type Context,
  type ObjectMeta,
  dnsSubdomainProblem,
  requireUnchanged,
  validateNotNegative,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateSelectorAndTemplate } from '../replica-set/validation.js';
import { rollbackAnnotation } from './rollback.js';
import { validateStrategy } from './rollout-strategy.js';

const says = defineMessages('deployment', {
  'invalid-revision':
    '{revision} is not the number of a revision. Remove the annotation, and use "kubectl rollout undo".',
  'deadline-too-short':
    'A rollout could never make progress within {deadline} s. A Pod counts as available only after {ready} s (minReadySeconds). Set more than {ready}.',
  'ready-time': 'how long a Pod must be ready',
});

type Deployment = Decoded<apps.Deployment>;
type DeploymentSpec = Decoded<apps.DeploymentSpec>;
const specPath = FieldPath.root.child('spec');

/** pkg/registry/apps/deployment/strategy.go and ValidateDeployment in pkg/apis/apps/validation. */
export const deploymentStrategy: Strategy<Deployment> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  validateCreate({ metadata = {}, spec = {} }, context) {
    validateSpec(spec, context);
    validateRollback(metadata, context);
  },
  validateUpdate({ metadata = {}, spec = {} }, { spec: oldSpec = {} }, context) {
    validateSpec(spec, context);
    validateRollback(metadata, context);
    requireUnchanged(spec, oldSpec, ['selector'], specPath, context);
  },
};

function validateSpec(spec: DeploymentSpec, context: Context): void {
  validateSelectorAndTemplate(spec, context);
  validateStrategy(spec.strategy ?? {}, specPath.child('strategy'), context);
  validateNotNegative(
    spec,
    ['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'],
    specPath,
    context,
  );
  validateProgressDeadline(spec, context);
}

/**
 * The revision to go back to was a field before it was an annotation, and is still reported as one (ValidateRollback).
 */
function validateRollback({ annotations }: ObjectMeta, context: Context): void {
  const revision = annotations?.[rollbackAnnotation] ?? '';
  if (Number(revision) < 0) {
    context.report.invalid(specPath.child('rollback', 'version'), says['invalid-revision']({ revision }), {
      at: FieldPath.root.child('metadata', 'annotations').key(rollbackAnnotation),
    });
  }
}

function validateProgressDeadline(
  { progressDeadlineSeconds, minReadySeconds = 0 }: DeploymentSpec,
  context: Context,
): void {
  if (progressDeadlineSeconds === undefined || progressDeadlineSeconds > minReadySeconds) return;
  context.report.invalid(
    specPath.child('progressDeadlineSeconds'),
    says['deadline-too-short']({ ready: minReadySeconds, deadline: progressDeadlineSeconds }),
    { related: [{ field: specPath.child('minReadySeconds'), message: says['ready-time']() }] },
  );
}
