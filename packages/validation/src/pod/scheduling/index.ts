import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsSubdomainProblem } from '../../formats.js';
import { validateLabels } from '../../meta/labels.js';
import { validateChoice } from '../choices.js';
import { validateReadinessGates, validateSchedulingGates } from './gates.js';
import { validateNodeAffinity } from './node-affinity.js';
import { validatePodAffinity } from './pod-affinity.js';
import { validateTolerations } from './tolerations.js';
import { validateSpreadConstraints } from './topology-spread.js';

const says = defineMessages('scheduling', {
  'empty-preemption-policy':
    'An empty preemptionPolicy says nothing. Set "PreemptLowerPriority" or "Never", or remove the field.',
  'no-group-name': 'The scheduling group is not named. Set podGroupName, or remove schedulingGroup.',
  'invalid-group-name': '"{name}" cannot be the name of a group of pods: {problem}.',
});

type PodSpec = Decoded<core.PodSpec>;

const preemptionPolicies = ['PreemptLowerPriority', 'Never'] as const;

/** What a pod's spec says about when and where it may run. */
export function validateScheduling(spec: PodSpec, path: FieldPath, context: Context): void {
  if (spec.nodeSelector) validateLabels(spec.nodeSelector, path.child('nodeSelector'), context);
  if (spec.affinity) validateAffinity(spec.affinity, path.child('affinity'), context);
  if (spec.tolerations) validateTolerations(spec.tolerations, path.child('tolerations'), context);
  if (spec.topologySpreadConstraints)
    validateSpreadConstraints(spec.topologySpreadConstraints, path.child('topologySpreadConstraints'), context);
  if (spec.readinessGates) validateReadinessGates(spec.readinessGates, path.child('readinessGates'), context);
  if (spec.schedulingGates) validateSchedulingGates(spec.schedulingGates, path.child('schedulingGates'), context);
  if (spec.schedulingGroup) validateSchedulingGroup(spec.schedulingGroup, path.child('schedulingGroup'), context);
  if (spec.preemptionPolicy !== undefined) {
    validateChoice(
      spec.preemptionPolicy,
      preemptionPolicies,
      path,
      'preemptionPolicy',
      says['empty-preemption-policy'],
      context.report,
    );
  }
}

function validateAffinity(
  { nodeAffinity, podAffinity, podAntiAffinity }: Decoded<core.Affinity>,
  path: FieldPath,
  context: Context,
): void {
  if (nodeAffinity) validateNodeAffinity(nodeAffinity, path.child('nodeAffinity'), context);
  if (podAffinity) validatePodAffinity(podAffinity, path.child('podAffinity'), context);
  if (podAntiAffinity) validatePodAffinity(podAntiAffinity, path.child('podAntiAffinity'), context);
}

/** validateSchedulingGroup, since 1.36. */
function validateSchedulingGroup(
  { podGroupName }: Decoded<core.PodSchedulingGroup>,
  path: FieldPath,
  { report }: Context,
): void {
  if (podGroupName === undefined) {
    report.invalid(path.child('podGroupName'), says['no-group-name']());
    return;
  }
  const problem = dnsSubdomainProblem(podGroupName);
  if (problem) report.invalid(path.child('podGroupName'), says['invalid-group-name']({ name: podGroupName, problem }));
}
