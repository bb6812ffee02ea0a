import { defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type core, semanticEqual } from '@podlint/model';
import type { Context } from '../context.js';
import { firstDifference } from '../first-difference.js';
import { takeFields } from '../take-fields.js';
import { validateNodeAffinityKept, validateNodeSelectorKept } from './update-gated.js';

const says = defineMessages('pod-spec-update', {
  'other-field':
    'This field of an existing Pod cannot change. You can only change images, add tolerations, lower activeDeadlineSeconds and remove scheduling gates. Create a new Pod for everything else.',
});

type PodSpec = Decoded<core.PodSpec>;
type Container = Decoded<core.Container>;

/**
 * Fields that may change, each within limits of its own; and the old name of serviceAccountName, which the server does
 * not keep.
 */
const changeable = [
  'activeDeadlineSeconds',
  'tolerations',
  'schedulingGates',
  'serviceAccount',
] as const satisfies readonly (keyof PodSpec)[];

export function isSameSpec(spec: PodSpec, oldSpec: PodSpec): boolean {
  return semanticEqual(spec, oldSpec, 'spec');
}

/**
 * Nothing else in the spec of a Pod may change than images and the fields above; before it is scheduled,
 * that is as long as gates hold it back, its choice of nodes may be narrowed too (ValidatePodUpdate,
 * pkg/apis/core/validation/validation.go).
 */
export function validateSpecKept(spec: PodSpec, oldSpec: PodSpec, path: FieldPath, context: Context): void {
  const isGated = (oldSpec.schedulingGates?.length ?? 0) > 0;
  if (isGated) {
    validateNodeSelectorKept(spec.nodeSelector, oldSpec.nodeSelector, path.child('nodeSelector'), context);
    validateNodeAffinityKept(
      spec.affinity?.nodeAffinity,
      oldSpec.affinity?.nodeAffinity,
      path.child('affinity', 'nodeAffinity'),
      context,
    );
  }
  const allowed = withAllowedChanges(oldSpec, spec, isGated);
  if (isSameSpec(spec, allowed)) return;
  context.report.forbidden(path, says['other-field'](), {
    at: firstDifference(spec, allowed, path, 'spec'),
  });
}

/** The old spec with the changes that are allowed, or are reported under a field of their own. */
function withAllowedChanges(oldSpec: PodSpec, spec: PodSpec, isGated: boolean): PodSpec {
  const allowed = takeFields({ ...oldSpec }, spec, ...changeable);
  if (oldSpec.containers) allowed.containers = withImages(oldSpec.containers, spec.containers);
  if (oldSpec.initContainers) allowed.initContainers = withImages(oldSpec.initContainers, spec.initContainers);
  if (accountOf(spec) === accountOf(oldSpec)) takeFields(allowed, spec, 'serviceAccountName');
  if (isGated) {
    takeFields(allowed, spec, 'nodeSelector');
    takeFields(allowed, withNodeAffinity(oldSpec, spec), 'affinity');
  }
  return allowed;
}

/** A Pod that names no account is given this one (plugin/pkg/admission/serviceaccount). */
function accountOf({ serviceAccountName }: PodSpec): string {
  return serviceAccountName || 'default';
}

function withImages(oldContainers: readonly Container[], containers: readonly Container[] = []): Container[] {
  return oldContainers.map((container, i) => takeFields({ ...container }, containers[i] ?? {}, 'image'));
}

/** An affinity that says nothing but which nodes may come and go with that. */
function withNodeAffinity({ affinity: old }: PodSpec, { affinity }: PodSpec): Pick<PodSpec, 'affinity'> {
  if (!old) return affinity?.nodeAffinity ? { affinity: { nodeAffinity: affinity.nodeAffinity } } : {};
  if (!affinity && !old.podAffinity && !old.podAntiAffinity && old.nodeAffinity) return {};
  return { affinity: takeFields({ ...old }, affinity ?? {}, 'nodeAffinity') };
}
