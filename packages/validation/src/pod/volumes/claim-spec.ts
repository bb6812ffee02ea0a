import { defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type core, parseQuantity } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsSubdomainProblem } from '../../formats.js';
import { validateLabelSelector } from '../../selectors/label-selector.js';
import { validateDataSources } from './data-source.js';

const says = defineMessages('claim-spec', {
  'no-access-mode': 'Nothing says how the volume is mounted. List at least one access mode, such as "ReadWriteOnce".',
  'single-pod-mode':
    '"{mode}" keeps the volume for one Pod, which no other access mode agrees with. Let it stand alone, or remove it.',
  'no-storage':
    'The claim does not say how much storage it needs. Set "resources.requests.storage", for example to "1Gi".',
  'no-size': '"{size}" is not more than zero, so there is nothing to store on. Ask for a size such as "1Gi".',
  'invalid-class-name': '"{name}" is not a name that a class can have: {problem}.',
});

export type ClaimSpec = Decoded<core.PersistentVolumeClaimSpec>;

const singlePodMode = 'ReadWriteOncePod';
const accessModes = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', singlePodMode];
const volumeModes = ['Filesystem', 'Block'];

/** What the update of a claim lets pass because the stored one has it too (PersistentVolumeClaimSpecValidationOptions). */
export interface ClaimOptions {
  readonly selectorValues: 'checked' | 'tolerated';
  readonly sourceGroups: 'checked' | 'tolerated';
}

const optionsOfNewClaims: ClaimOptions = { selectorValues: 'checked', sourceGroups: 'checked' };

/** What a claim asks for (ValidatePersistentVolumeClaimSpec, pkg/apis/core/validation/validation.go). */
export function validateClaimSpec(
  spec: ClaimSpec,
  path: FieldPath,
  context: Context,
  { selectorValues, sourceGroups } = optionsOfNewClaims,
): void {
  validateAccessModes(spec.accessModes ?? [], path.child('accessModes'), context);
  validateLabelSelector(spec.selector, path.child('selector'), context, { values: selectorValues });
  validateStorage(spec, path, context);
  validateClassName(spec.storageClassName, path.child('storageClassName'), context);
  validateVolumeMode(spec.volumeMode, path.child('volumeMode'), context);
  validateDataSources(spec, sourceGroups, path, context);
  if (context.enabled('VolumeAttributesClass'))
    validateClassName(spec.volumeAttributesClassName, path.child('volumeAttributesClassName'), context);
}

export function validateVolumeMode(mode: string | undefined, path: FieldPath, context: Context): void {
  if (mode !== undefined && !volumeModes.includes(mode)) context.report.notSupported(path, mode, volumeModes);
}

export function validateAccessModes(modes: readonly string[], path: FieldPath, context: Context): void {
  if (modes.length === 0) context.report.required(path, says['no-access-mode']());
  modes.forEach((mode, i) => {
    if (!accessModes.includes(mode)) context.report.notSupported(path, mode, accessModes, { at: path.index(i) });
  });
  if (modes.includes(singlePodMode) && modes.some((mode) => mode !== singlePodMode && accessModes.includes(mode))) {
    context.report.forbidden(path, says['single-pod-mode']({ mode: singlePodMode }));
  }
}

/** The server leaves "requests" out of this path. */
function validateStorage({ resources }: ClaimSpec, path: FieldPath, context: Context): void {
  const storage = resources?.requests?.storage;
  const details = { at: path.child('resources', 'requests').key('storage') };
  const reported = path.child('resources').key('storage');
  if (storage === undefined) {
    context.report.required(reported, says['no-storage'](), details);
  } else if (parseQuantity(storage)?.sign !== 1) {
    context.report.invalid(reported, says['no-size']({ size: storage }), details);
  }
}

export function validateClassName(name: string | undefined, path: FieldPath, context: Context): void {
  const problem = name && dnsSubdomainProblem(name);
  if (problem) context.report.invalid(path, says['invalid-class-name']({ name, problem }));
}
