import { own } from '@podlint/plain';
import { isEnabled } from '../feature-gates.js';
import type { Decoded, core } from '../types.js';
import { defaultFieldRef, defaultResources, pullPolicy } from './container.js';
import type { Defaulting } from './defaulting.js';
import { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';

type Volume = Decoded<core.Volume>;

const modeReason = 'files are readable by all and writable by their owner';
const mode = 0o644;

// pkg/apis/core/v1/defaults.go: SetDefaults_HostPathVolumeSource, SetDefaults_SecretVolumeSource and so on.
const hostPathDefaults: DefaultTable<Decoded<core.HostPathVolumeSource>> = [
  ['type', '', 'what is there is not checked'],
];
const secretDefaults: DefaultTable<Decoded<core.SecretVolumeSource>> = [['defaultMode', mode, modeReason]];
const configMapDefaults: DefaultTable<Decoded<core.ConfigMapVolumeSource>> = [['defaultMode', mode, modeReason]];
const downwardApiDefaults: DefaultTable<Decoded<core.DownwardAPIVolumeSource>> = [['defaultMode', mode, modeReason]];
const projectedDefaults: DefaultTable<Decoded<core.ProjectedVolumeSource>> = [['defaultMode', mode, modeReason]];
const tokenDefaults: DefaultTable<Decoded<core.ServiceAccountTokenProjection>> = [
  ['expirationSeconds', 3600, 'a token is good for an hour'],
];
const claimDefaults: DefaultTable<Decoded<core.PersistentVolumeClaimSpec>> = [
  ['volumeMode', 'Filesystem', 'a claim is for a file system, not for a block device'],
];

// SetObjectDefaults_Pod, from the `+default` marks of these sources.
const iscsiDefaults: DefaultTable<Decoded<core.ISCSIVolumeSource>> = [
  ['iscsiInterface', 'default', 'the plain TCP transport'],
];
const rbdDefaults: DefaultTable<Decoded<core.RBDVolumeSource>> = [
  ['pool', 'rbd', "Ceph's default pool"],
  ['user', 'admin', "Ceph's default user"],
  ['keyring', '/etc/ceph/keyring', "Ceph's default key ring"],
];
const azureDiskDefaults: DefaultTable<Decoded<core.AzureDiskVolumeSource>> = [
  ['cachingMode', 'ReadWrite', 'the host caches reads and writes'],
  ['fsType', 'ext4', 'the file system of a disk that names none'],
  ['readOnly', false, 'a disk is writable'],
  ['kind', 'Shared', 'several disks share a storage account'],
];
const scaleIoDefaults: DefaultTable<Decoded<core.ScaleIOVolumeSource>> = [
  ['storageMode', 'ThinProvisioned', 'storage is taken as it is used'],
  ['fsType', 'xfs', 'the file system of a volume that names none'],
];

export function defaultVolumes(volumes: readonly Volume[] | undefined, defaulting: Defaulting): void {
  volumes?.forEach((volume) => defaultVolume(volume, defaulting));
}

function defaultVolume(volume: Volume, defaulting: Defaulting): void {
  if (!hasSource(volume)) fill(volume, 'emptyDir', {}, 'a volume without a source is an empty directory', defaulting);
  fillAbsent(volume.secret, secretDefaults, defaulting);
  fillAbsent(volume.configMap, configMapDefaults, defaulting);
  if (volume.downwardAPI) defaultDownwardApi(volume.downwardAPI, defaulting);
  if (volume.projected) defaultProjected(volume.projected, defaulting);
  if (volume.ephemeral?.volumeClaimTemplate) defaultClaimTemplate(volume.ephemeral.volumeClaimTemplate, defaulting);
  if (volume.image) defaultImage(volume.image, defaulting);
  defaultDiskSources(volume, defaulting);
}

/** The sources that a PersistentVolume has too (SetObjectDefaults_PersistentVolume). */
export function defaultDiskSources(
  volume: Pick<Volume, 'hostPath' | 'iscsi' | 'rbd' | 'azureDisk' | 'scaleIO'>,
  defaulting: Defaulting,
): void {
  fillAbsent(volume.hostPath, hostPathDefaults, defaulting);
  fillUnset(volume.iscsi, iscsiDefaults, defaulting);
  fillUnset(volume.rbd, rbdDefaults, defaulting);
  fillAbsent(volume.azureDisk, azureDiskDefaults, defaulting);
  fillUnset(volume.scaleIO, scaleIoDefaults, defaulting);
}

/** SetDefaults_Volume: every field but the name is a source. */
function hasSource(volume: Volume): boolean {
  for (const field in volume) {
    if (field !== 'name' && own(volume, field as keyof Volume) !== undefined) return true;
  }
  return false;
}

function defaultDownwardApi(source: Decoded<core.DownwardAPIVolumeSource>, defaulting: Defaulting): void {
  fillAbsent(source, downwardApiDefaults, defaulting);
  defaultDownwardItems(source.items, defaulting);
}

function defaultDownwardItems(
  items: readonly Decoded<core.DownwardAPIVolumeFile>[] | undefined,
  defaulting: Defaulting,
): void {
  items?.forEach(({ fieldRef }) => defaultFieldRef(fieldRef, defaulting));
}

function defaultProjected(source: Decoded<core.ProjectedVolumeSource>, defaulting: Defaulting): void {
  fillAbsent(source, projectedDefaults, defaulting);
  source.sources?.forEach(({ downwardAPI, serviceAccountToken }) => {
    defaultDownwardItems(downwardAPI?.items, defaulting);
    fillAbsent(serviceAccountToken, tokenDefaults, defaulting);
  });
}

/** Of an ephemeral volume, and of a StatefulSet: the spec of a claim is always there. */
export function defaultClaimTemplate(
  template: Decoded<core.PersistentVolumeClaimTemplate>,
  defaulting: Defaulting,
): void {
  template.spec ??= {};
  fillAbsent(template.spec, claimDefaults, defaulting);
  defaultResources(template.spec.resources, defaulting);
}

function defaultImage(source: Decoded<core.ImageVolumeSource>, defaulting: Defaulting): void {
  if (source.pullPolicy || !isEnabled('ImageVolume', defaulting.minor)) return;
  fill(source, 'pullPolicy', ...pullPolicy(source.reference ?? ''), defaulting);
}
