import { type Decoded, FieldPath, type Minor, type core } from '@podlint/model';
import {
  type Context,
  type PersistentVolumeOptions,
  dnsSubdomainProblem,
  labelValueProblem,
  takeFields,
  validatePersistentVolumeSpec,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { forbidMountOptions } from './mount-options.js';
import { validatePersistentVolumeUpdate } from './update.js';

type PersistentVolume = Decoded<core.PersistentVolume>;
type PersistentVolumeSpec = Decoded<core.PersistentVolumeSpec>;

const specPath = FieldPath.root.child('spec');

/** pkg/registry/core/persistentvolume/strategy.go and ValidatePersistentVolume in pkg/apis/core/validation. */
export const persistentVolumeStrategy: Strategy<PersistentVolume> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  prepareForCreate(volume, context) {
    dropAttributesClass((volume.spec ??= {}), {}, context);
  },
  validateCreate(volume, context) {
    validateVolume(volume, optionsFor({}, context), context);
  },
  prepareForUpdate(volume, old, context) {
    takeFields(volume, old, 'status');
    dropAttributesClass((volume.spec ??= {}), old.spec ?? {}, context);
  },
  validateUpdate(volume, old, context) {
    validateVolume(volume, optionsFor(old.spec ?? {}, context), context);
    validatePersistentVolumeUpdate(volume, old, context);
  },
};

/** Before, the field stayed although its gate was off, and was not checked (PrepareForCreate). */
const attributesClassDroppedSince: Minor = 31;

/** DropDisabledSpecFields, pkg/api/persistentvolume/util.go. */
function dropAttributesClass(spec: PersistentVolumeSpec, old: PersistentVolumeSpec, context: Context): void {
  const gate = 'VolumeAttributesClass';
  if (context.minor < attributesClassDroppedSince || context.enabled(gate)) return;
  if (old.volumeAttributesClassName !== undefined) return;
  if (spec.volumeAttributesClassName) context.dropped.push({ path: specPath.child('volumeAttributesClassName'), gate });
  delete spec.volumeAttributesClassName;
}

/** Since then values that no node's label can have are refused (ValidationOptionsForPersistentVolume). */
const affinityValuesCheckedSince: Minor = 33;

function optionsFor(old: PersistentVolumeSpec, context: Context): PersistentVolumeOptions {
  const isTolerated = context.minor < affinityValuesCheckedSince || hasInvalidValue(old);
  const isChecked = context.enabled('VolumeAttributesClass') || old.volumeAttributesClassName !== undefined;
  return {
    affinityValues: isTolerated ? 'tolerated' : 'checked',
    attributesClass: isChecked ? 'checked' : 'ignored',
  };
}

function hasInvalidValue({ nodeAffinity }: PersistentVolumeSpec): boolean {
  const terms = nodeAffinity?.required?.nodeSelectorTerms ?? [];
  return terms
    .flatMap(({ matchExpressions = [] }) => matchExpressions)
    .some(({ values = [] }) => values.some((value) => labelValueProblem(value)));
}

function validateVolume(volume: PersistentVolume, options: PersistentVolumeOptions, context: Context): void {
  const { metadata, spec = {} } = volume;
  validatePersistentVolumeSpec(spec, specPath, { context, volumeName: metadata?.name }, options);
  forbidMountOptions(volume, context);
}
