import { isEnabled } from '../feature-gates.js';
import type { Decoded, core } from '../types.js';
import type { Minor } from '../versions.js';
import { defaultFieldRef, defaultResources, pullPolicy } from './container.js';
import { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';
import type { Place } from './place.js';

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

export function defaultVolumes(volumes: readonly Volume[] | undefined, minor: Minor, place: Place | undefined): void {
  volumes?.forEach((volume, index) => defaultVolume(volume, minor, place?.index(index)));
}

function defaultVolume(volume: Volume, minor: Minor, place: Place | undefined): void {
  if (!hasSource(volume)) fill(volume, 'emptyDir', {}, place, 'a volume without a source is an empty directory');
  fillAbsent(volume.hostPath, hostPathDefaults, place?.child('hostPath'));
  fillAbsent(volume.secret, secretDefaults, place?.child('secret'));
  fillAbsent(volume.configMap, configMapDefaults, place?.child('configMap'));
  if (volume.downwardAPI) defaultDownwardApi(volume.downwardAPI, place?.child('downwardAPI'));
  if (volume.projected) defaultProjected(volume.projected, place?.child('projected'));
  if (volume.ephemeral?.volumeClaimTemplate)
    defaultClaimTemplate(volume.ephemeral.volumeClaimTemplate, place?.child('ephemeral', 'volumeClaimTemplate'));
  if (volume.image) defaultImage(volume.image, minor, place?.child('image'));
  fillUnset(volume.iscsi, iscsiDefaults, place?.child('iscsi'));
  fillUnset(volume.rbd, rbdDefaults, place?.child('rbd'));
  fillAbsent(volume.azureDisk, azureDiskDefaults, place?.child('azureDisk'));
  fillUnset(volume.scaleIO, scaleIoDefaults, place?.child('scaleIO'));
}

/** SetDefaults_Volume: every field but the name is a source. */
function hasSource(volume: Volume): boolean {
  for (const field in volume) {
    if (field !== 'name' && volume[field as keyof Volume] !== undefined) return true;
  }
  return false;
}

function defaultDownwardApi(source: Decoded<core.DownwardAPIVolumeSource>, place: Place | undefined): void {
  fillAbsent(source, downwardApiDefaults, place);
  defaultDownwardItems(source.items, place?.child('items'));
}

function defaultDownwardItems(
  items: readonly Decoded<core.DownwardAPIVolumeFile>[] | undefined,
  place: Place | undefined,
): void {
  items?.forEach((item, index) => defaultFieldRef(item.fieldRef, place?.index(index).child('fieldRef')));
}

function defaultProjected(source: Decoded<core.ProjectedVolumeSource>, place: Place | undefined): void {
  fillAbsent(source, projectedDefaults, place);
  source.sources?.forEach((projection, index) => {
    const at = place?.child('sources').index(index);
    defaultDownwardItems(projection.downwardAPI?.items, at?.child('downwardAPI', 'items'));
    fillAbsent(projection.serviceAccountToken, tokenDefaults, at?.child('serviceAccountToken'));
  });
}

/** Of an ephemeral volume, and of a StatefulSet: the spec of a claim is always there. */
export function defaultClaimTemplate(
  template: Decoded<core.PersistentVolumeClaimTemplate>,
  place: Place | undefined,
): void {
  const at = place?.child('spec');
  template.spec ??= {};
  fillAbsent(template.spec, claimDefaults, at);
  defaultResources(template.spec.resources, at?.child('resources'));
}

function defaultImage(source: Decoded<core.ImageVolumeSource>, minor: Minor, place: Place | undefined): void {
  if (source.pullPolicy || !isEnabled('ImageVolume', minor)) return;
  fill(source, 'pullPolicy', ...pullPolicy(source.reference ?? '', place));
}
