import { defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type Minor, type core, qosClass } from '@podlint/model';
import type { Context } from '../context.js';
import { validatePodAndMetadata } from './create.js';
import { validateAnnotationsKept } from './update-annotations.js';
import { isSameSpec, validateSpecKept } from './update-spec.js';
import { validateTolerationsKept } from './update-tolerations.js';

const says = defineMessages('pod-update', {
  'quality-of-service':
    'The change of resources would change the QoS class of the Pod. That cannot change while it runs. Create a new Pod.',
  'container-count':
    'The containers of a Pod are settled when it is created: none can be added or removed. Create a new Pod.',
  'deadline-removed':
    'The Pod has a deadline of {seconds} seconds, which can be shortened and not be taken away. Set activeDeadlineSeconds to {seconds} or less.',
  'deadline-later':
    'The Pod has a deadline of {seconds} seconds, which can only be shortened. Set activeDeadlineSeconds to {seconds} or less.',
  'new-gate': 'Gates can be lifted from a Pod and not be added, and "{name}" is new. Remove it.',
});

type Pod = Decoded<core.Pod>;
type PodSpec = Decoded<core.PodSpec>;

const maxActiveDeadline = 2 ** 31 - 1;

/**
 * Until then the server compared the quality of service by itself; the resources that it follows from were immutable
 * all along.
 */
const qosComparedBefore: Minor = 32;

/**
 * A Pod in the place of a stored one, general metadata apart (ValidatePodUpdate,
 * pkg/apis/core/validation/validation.go).
 * `path` is that of the document.
 */
export function validatePodUpdate(newPod: Pod, oldPod: Pod, path: FieldPath, context: Context): void {
  const { spec = {} } = newPod;
  const { spec: oldSpec = {} } = oldPod;
  const specPath = path.child('spec');
  validatePodAndMetadata(newPod, path, context);
  validateAnnotationsKept(
    newPod.metadata?.annotations,
    oldPod.metadata?.annotations,
    path.child('metadata', 'annotations'),
    context,
  );
  if (!validateContainerCount(spec, oldSpec, 'containers', specPath, context)) return;
  if (!validateContainerCount(spec, oldSpec, 'initContainers', specPath, context)) return;
  if (!validateDeadline(spec, oldSpec, specPath, context)) return;
  validateTolerationsKept(spec.tolerations ?? [], oldSpec.tolerations ?? [], specPath.child('tolerations'), context);
  validateNoNewGates(spec, oldSpec, specPath.child('schedulingGates'), context);
  if (isSameSpec(spec, oldSpec)) return;
  if (context.minor < qosComparedBefore && qosClass(spec, context.minor) !== qosClass(oldSpec, context.minor)) {
    context.report.invalid(path.child('metadata'), says['quality-of-service'](), { at: specPath });
  }
  validateSpecKept(spec, oldSpec, specPath, context);
}

/** The server says nothing more about a Pod whose containers it cannot match with the stored ones. */
function validateContainerCount(
  spec: PodSpec,
  oldSpec: PodSpec,
  list: 'containers' | 'initContainers',
  path: FieldPath,
  { report }: Context,
): boolean {
  if ((spec[list]?.length ?? 0) === (oldSpec[list]?.length ?? 0)) return true;
  report.forbidden(path.child(list), says['container-count']());
  return false;
}

/** A deadline may come closer, and that is all. Answers whether the server looks further. */
function validateDeadline(
  { activeDeadlineSeconds: deadline }: PodSpec,
  { activeDeadlineSeconds: old }: PodSpec,
  specPath: FieldPath,
  { report }: Context,
): boolean {
  const path = specPath.child('activeDeadlineSeconds');
  if (deadline === undefined) {
    if (old !== undefined) report.invalid(path, says['deadline-removed']({ seconds: old }));
    return true;
  }
  // Validation of the spec has said so already.
  if (deadline < 0 || deadline > maxActiveDeadline) return false;
  if (old === undefined || deadline <= old) return true;
  report.invalid(path, says['deadline-later']({ seconds: old }));
  return false;
}

/** validateOnlyDeletedSchedulingGates */
function validateNoNewGates(
  { schedulingGates = [] }: PodSpec,
  { schedulingGates: oldGates = [] }: PodSpec,
  path: FieldPath,
  { report }: Context,
): void {
  schedulingGates.forEach(({ name = '' }, i) => {
    const isLast = !schedulingGates.some((other, j) => j > i && (other.name ?? '') === name);
    if (!isLast || oldGates.some((old) => (old.name ?? '') === name)) return;
    report.forbidden(path.index(i).child('name'), says['new-gate']({ name }));
  });
}
