import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type batch, type core, semanticEqual } from '@podlint/model';
import { type Context, type PodTemplateSpec, firstDifference, requireUnchanged, takeFields } from '@podlint/validation';
import type { JobSpec } from './types.js';

const says = defineMessages('job-update', {
  completions:
    'completions and parallelism of an Indexed Job must stay equal. Only so can a Job that exists be scaled. Set both, or start a new Job.',
  'changed-with-it': 'to be changed with it',
  template:
    'The Pods of a Job are settled when it is created. Delete the Job and create it again, or start another one under a new name.',
  'suspended-template':
    'The Pods of a Job are settled when it is created. As long as it is suspended, only where its Pods may run and what they may use can change. Delete the Job and create it again, or start another one under a new name.',
});

type Job = Decoded<batch.Job>;
type PodSpec = Decoded<core.PodSpec>;
type Container = Decoded<core.Container>;

const specPath = FieldPath.root.child('spec');

/** ValidateJobSpecUpdate, pkg/apis/batch/validation. */
export function validateJobUpdate({ spec = {} }: Job, old: Job, context: Context): void {
  const { spec: oldSpec = {} } = old;
  validateCompletions(spec, oldSpec, context);
  requireUnchanged(
    spec,
    oldSpec,
    ['selector', 'completionMode', 'podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'],
    specPath,
    context,
  );
  validateTemplate(spec, old, context);
}

/** An Indexed Job may be scaled, with as many Pods at once as there are completions; any other Job keeps its number. */
function validateCompletions(spec: JobSpec, oldSpec: JobSpec, context: Context): void {
  if (spec.completionMode !== 'Indexed') requireUnchanged(spec, oldSpec, ['completions'], specPath, context);
  else if (
    spec.completions !== undefined &&
    spec.completions !== oldSpec.completions &&
    spec.completions !== spec.parallelism
  ) {
    context.report.invalid(specPath.child('completions'), says.completions(), {
      related: [{ field: specPath.child('parallelism'), message: says['changed-with-it']() }],
    });
  }
}

/** What of the template of a suspended Job may change (validationOptionsForJob, pkg/registry/batch/job/strategy.go). */
interface Mutable {
  readonly scheduling: boolean;
  readonly resources: boolean;
}

function mutableParts({ spec = {}, status = {} }: Job, context: Context): Mutable {
  const suspended = spec.suspend === true;
  const notStarted = !status.startTime;
  const stopped = suspended && (notStarted || hasSuspended(status)) && !status.active;
  return {
    scheduling: context.enabled('MutableSchedulingDirectivesForSuspendedJobs') ? stopped : suspended && notStarted,
    resources: context.enabled('MutablePodResourcesForSuspendedJobs') && stopped,
  };
}

function hasSuspended({ conditions = [] }: Decoded<batch.JobStatus>): boolean {
  return conditions.some(({ type, status }) => type === 'Suspended' && status === 'True');
}

/**
 * validatePodTemplateUpdate: the stored template, with the changes that are allowed made to it, must be the new one.
 */
function validateTemplate(spec: JobSpec, old: Job, context: Context): void {
  const mutable = mutableParts(old, context);
  const template = spec.template ?? {};
  const stored = old.spec?.template ?? {};
  const expected = mutable.scheduling ? withScheduling(stored, template) : stored;
  if (mutable.resources) {
    // Where resources may change, the server compares the spec alone.
    reportChange(template.spec, withResources(expected.spec ?? {}, template.spec ?? {}), 'spec', mutable, context);
  } else reportChange(template, expected, 'template', mutable, context);
}

function reportChange(
  value: unknown,
  expected: unknown,
  compared: 'template' | 'spec',
  { scheduling }: Mutable,
  context: Context,
): void {
  if (semanticEqual(value, expected, compared)) return;
  const path = compared === 'spec' ? specPath.child('template', 'spec') : specPath.child('template');
  context.report.invalid(path, scheduling ? says['suspended-template']() : says.template(), {
    at: firstDifference(value, expected, path, compared),
  });
}

/** The stored template with the new one's labels, annotations and say in where its Pods run. */
function withScheduling(stored: PodTemplateSpec, template: PodTemplateSpec): PodTemplateSpec {
  const { metadata = {}, spec = {} } = template;
  const expected = takeFields({ ...stored.spec }, spec, 'nodeSelector', 'tolerations', 'schedulingGates');
  return {
    ...stored,
    metadata: takeFields({ ...stored.metadata }, metadata, 'labels', 'annotations'),
    spec: takeFields(expected, withNodeAffinity(expected, spec), 'affinity'),
  };
}

function withNodeAffinity({ affinity: stored }: PodSpec, { affinity }: PodSpec): Pick<PodSpec, 'affinity'> {
  if (!affinity && !stored?.podAffinity && !stored?.podAntiAffinity) return {};
  return { affinity: takeFields({ ...stored }, affinity ?? {}, 'nodeAffinity') };
}

/** validatePodResourceUpdatesOnly. */
function withResources(stored: PodSpec, spec: PodSpec): PodSpec {
  const { containers, initContainers } = stored;
  return {
    ...stored,
    ...(containers && { containers: withContainerResources(containers, spec.containers) }),
    ...(initContainers && { initContainers: withContainerResources(initContainers, spec.initContainers) }),
  };
}

function withContainerResources(stored: Container[], containers: readonly Container[] = []): Container[] {
  if (stored.length !== containers.length) return stored;
  return stored.map((container, i) =>
    container.name === containers[i]?.name ? takeFields({ ...container }, containers[i] ?? {}, 'resources') : container,
  );
}
