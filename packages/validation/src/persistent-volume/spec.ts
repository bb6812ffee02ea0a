import { defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type core, parseQuantity } from '@podlint/model';
import type { Context } from '../context.js';
import { validateNodeSelector, type LabelValues } from '../pod/scheduling/node-affinity.js';
import { validateAccessModes, validateClassName, validateVolumeMode } from '../pod/volumes/claim-spec.js';
import { validateSource } from './sources.js';
import type { PersistentVolumeSpec, SourceScope } from './types.js';

const says = defineMessages('persistent-volume', {
  'no-capacity': 'The volume does not say how large it is. Set "capacity.storage", for example to "10Gi".',
  'other-capacity': 'The capacity of a volume is "storage" and nothing else. Set it, and remove all other names.',
  'no-size': '"{size}" is not more than zero, so there is nothing to store on. Set a size such as "10Gi".',
  'too-large': '"{size}" is more than the server can count. Set a size such as "10Gi".',
  'no-affinity-terms': 'Node affinity of a volume is a must. Set "required", or remove nodeAffinity.',
  'local-without-affinity': 'A local volume is on one node, and nothing says on which. Set nodeAffinity.',
  'recycled-root':
    'Recycling deletes all files of the volume, which here are those of the whole node. Use "Retain", or another path.',
  'empty-class-name': 'The name of the class is empty. Set it, or leave the field out.',
  'attributes-without-csi': 'Only volumes of a CSI driver have such attributes. Use "csi", or remove the class.',
});

const reclaimPolicies = ['Delete', 'Recycle', 'Retain'];

/** What the update of a volume lets pass because the stored one has it too (PersistentVolumeSpecValidationOptions). */
export interface PersistentVolumeOptions {
  readonly affinityValues: LabelValues;
  readonly attributesClass: 'checked' | 'ignored';
}

/** ValidatePersistentVolumeSpec, pkg/apis/core/validation/validation.go, of a volume that stands by itself. */
export function validatePersistentVolumeSpec(
  spec: PersistentVolumeSpec,
  path: FieldPath,
  scope: SourceScope,
  options: PersistentVolumeOptions,
): void {
  const { context } = scope;
  validateAccessModes(spec.accessModes ?? [], path.child('accessModes'), context);
  validateCapacity(spec.capacity ?? {}, path.child('capacity'), context);
  if (spec.persistentVolumeReclaimPolicy && !reclaimPolicies.includes(spec.persistentVolumeReclaimPolicy))
    context.report.notSupported(
      path.child('persistentVolumeReclaimPolicy'),
      spec.persistentVolumeReclaimPolicy,
      reclaimPolicies,
    );
  if (spec.nodeAffinity) validateVolumeAffinity(spec.nodeAffinity, options, path.child('nodeAffinity'), context);
  const source = validateSource(spec, path, scope);
  if (source === 'local' && !spec.nodeAffinity)
    context.report.required(path.child('nodeAffinity'), says['local-without-affinity']());
  forbidRecyclingRoot(spec, path, context);
  validateClassName(spec.storageClassName, path.child('storageClassName'), context);
  validateVolumeMode(spec.volumeMode, path.child('volumeMode'), context);
  if (options.attributesClass === 'checked') validateAttributesClass(spec, path, context);
}

function validateCapacity(
  capacity: NonNullable<PersistentVolumeSpec['capacity']>,
  path: FieldPath,
  { report }: Context,
): void {
  const amounts = Object.entries(capacity);
  if (amounts.length === 0) report.required(path, says['no-capacity']());
  if (capacity.storage === undefined || amounts.length > 1)
    report.notSupported(path, capacity, ['storage'], { message: says['other-capacity']() });
  for (const [name, size = '0'] of amounts) {
    const amount = parseQuantity(size);
    if (amount?.sign !== 1) report.invalid(path.key(name), says['no-size']({ size }));
    // The server looks at the amount in 64 bits, too (validateBasicResource).
    else if (amount.value() < 0n) report.invalid(path.key(name), says['too-large']({ size }));
  }
}

/** validateVolumeNodeAffinity. */
function validateVolumeAffinity(
  { required }: Decoded<core.VolumeNodeAffinity>,
  { affinityValues }: PersistentVolumeOptions,
  path: FieldPath,
  context: Context,
): void {
  if (required) validateNodeSelector(required, affinityValues, path.child('required'), context);
  else context.report.required(path.child('required'), says['no-affinity-terms']());
}

function forbidRecyclingRoot(spec: PersistentVolumeSpec, path: FieldPath, { report }: Context): void {
  if (spec.persistentVolumeReclaimPolicy !== 'Recycle' || !isRoot(spec.hostPath?.path ?? '')) return;
  report.forbidden(path.child('persistentVolumeReclaimPolicy'), says['recycled-root']());
}

/** Whether the path is "/" once its dots are resolved (Go's path.Clean). */
function isRoot(path: string): boolean {
  if (!path.startsWith('/')) return false;
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth = Math.max(depth - 1, 0);
    else if (part !== '' && part !== '.') depth++;
  }
  return depth === 0;
}

function validateAttributesClass(spec: PersistentVolumeSpec, path: FieldPath, context: Context): void {
  const { volumeAttributesClassName: name } = spec;
  if (name === undefined) return;
  const field = path.child('volumeAttributesClassName');
  if (name === '') context.report.required(field, says['empty-class-name']());
  validateClassName(name, field, context);
  if (!spec.csi) context.report.required(path.child('csi'), says['attributes-without-csi'](), { at: field });
}
