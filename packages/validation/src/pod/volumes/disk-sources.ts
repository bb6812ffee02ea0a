import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsLabelProblem } from '../../formats.js';
import { requireFields, requireSecretName } from './required.js';
import type { SourceCheck } from './types.js';

const says = defineMessages('disk-volume', {
  'persistent-disk': 'the name of the persistent disk',
  'ebs-volume': 'the ID of the EBS volume',
  'invalid-partition': '{partition} is not the number of a partition. Use 1 to {max}, or 0 for the whole disk.',
  'azure-disk': 'the name of the disk',
  'azure-disk-uri': 'where Azure finds the disk',
  'cinder-volume': 'the ID of the Cinder volume',
  'storage-os-volume': 'the name of the StorageOS volume',
  'invalid-storage-os-name': '"{name}" is not a name that StorageOS can have: {problem}.',
});

const maxPartition = 255;
const azureCachingModes = ['None', 'ReadOnly', 'ReadWrite'];
const azureDiskKinds = ['Shared', 'Dedicated', 'Managed'];

export const validateGcePersistentDisk: SourceCheck<'gcePersistentDisk'> = (disk, path, { context }) => {
  requireFields(disk, { pdName: says['persistent-disk'] }, path, context);
  validatePartition(disk.partition, path, context);
};

export const validateAwsElasticBlockStore: SourceCheck<'awsElasticBlockStore'> = (disk, path, { context }) => {
  requireFields(disk, { volumeID: says['ebs-volume'] }, path, context);
  validatePartition(disk.partition, path, context);
};

function validatePartition(partition: number | undefined, path: FieldPath, context: Context): void {
  if (partition === undefined || (partition >= 0 && partition <= maxPartition)) return;
  context.report.invalid(path.child('partition'), says['invalid-partition']({ partition, max: maxPartition }));
}

export const validateAzureDisk: SourceCheck<'azureDisk'> = (disk, path, { context }) => {
  requireFields(disk, { diskName: says['azure-disk'], diskURI: says['azure-disk-uri'] }, path, context);
  if (disk.cachingMode !== undefined && !azureCachingModes.includes(disk.cachingMode))
    context.report.notSupported(path.child('cachingMode'), disk.cachingMode, azureCachingModes);
  if (disk.kind === undefined) return;
  if (!azureDiskKinds.includes(disk.kind)) context.report.notSupported(path.child('kind'), disk.kind, azureDiskKinds);
  const form = disk.kind === 'Managed' ? managedDiskUri : blobDiskUri;
  if (!disk.diskURI?.startsWith(form.start))
    context.report.notSupported(path.child('diskURI'), disk.diskURI ?? '', [form.example]);
};

/** Managed disks are resources of a subscription; every other kind is a blob behind a URL (validateAzureDisk). */
const managedDiskUri = {
  start: '/subscriptions/',
  example: '/subscriptions/{subscription}/resourcegroups/{group}/providers/microsoft.compute/disks/{disk}',
};
const blobDiskUri = { start: 'https://', example: 'https://{account}.blob.core.windows.net/{container}/{disk}.vhd' };

export const validateCinder: SourceCheck<'cinder'> = (cinder, path, scope) => {
  validateCinderVolume(cinder, path, scope);
  requireSecretName(cinder.secretRef, path, scope.context);
};

export const validateCinderVolume: SourceCheck<'cinder'> = (cinder, path, { context }) =>
  requireFields(cinder, { volumeID: says['cinder-volume'] }, path, context);

export const validateStorageOs: SourceCheck<'storageos'> = (storage, path, scope) => {
  validateStorageOsNames(storage, path, scope);
  requireSecretName(storage.secretRef, path, scope.context);
};

export const validateStorageOsNames: SourceCheck<'storageos'> = (storage, path, { context }) => {
  requireFields(storage, { volumeName: says['storage-os-volume'] }, path, context);
  validateLabel(storage.volumeName, path.child('volumeName'), context);
  validateLabel(storage.volumeNamespace, path.child('volumeNamespace'), context);
};

function validateLabel(name: string | undefined, path: FieldPath, context: Context): void {
  const problem = name && dnsLabelProblem(name);
  if (problem) context.report.invalid(path, says['invalid-storage-os-name']({ name, problem }));
}
