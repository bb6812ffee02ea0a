import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength } from '../../formats.js';
import { isHostPort } from './host-port.js';
import { requireFields } from './required.js';
import type { SourceCheck } from './types.js';

const maxLun = 255;
const maxTenantLength = 64;

export const validateNfs: SourceCheck<'nfs'> = (nfs, path, { context }) => {
  requireFields(
    nfs,
    { server: 'the host name or address of the NFS server', path: 'the directory that the server exports' },
    path,
    context,
  );
  if (!nfs.path?.startsWith('/'))
    context.report.invalid(
      path.child('path'),
      `"${nfs.path ?? ''}" is not absolute, but exports of an NFS server are. Start it with "/".`,
    );
};

export const validateFibreChannel: SourceCheck<'fc'> = (fc, path, { context }) => {
  const byTarget = (fc.targetWWNs?.length ?? 0) > 0;
  const byId = (fc.wwids?.length ?? 0) > 0;
  if (byTarget && byId)
    context.report.invalid(
      path.child('targetWWNs'),
      '"targetWWNs" and "wwids" both name a disk, and could mean two. Remove one of them.',
    );
  if (!byTarget && !byId)
    context.report.required(
      path.child('targetWWNs'),
      'Nothing names the Fibre Channel disk. Set "targetWWNs" and "lun", or "wwids".',
    );
  if (!byTarget) return;
  if (fc.lun === undefined)
    context.report.required(
      path.child('lun'),
      '"targetWWNs" names a device with many disks. Set "lun" to the number of the one to mount.',
    );
  else validateLun(fc.lun, path, context);
};

export function validateLun(lun: number | undefined, path: FieldPath, context: Context): void {
  if (lun !== undefined && (lun < 0 || lun > maxLun))
    context.report.invalid(path.child('lun'), `${lun} is not the number of a logical unit. Use 0 to ${maxLun}.`);
}

/** The registry's form is looked at only while the tenant is sound (validateQuobyteVolumeSource). */
export const validateQuobyte: SourceCheck<'quobyte'> = (quobyte, path, { context }) => {
  requireFields(
    quobyte,
    {
      registry: 'the Quobyte registry, "host:port", or several of them separated by commas',
      volume: 'the name of the Quobyte volume',
    },
    path,
    context,
  );
  const { registry, tenant = '' } = quobyte;
  if (!registry) return;
  if (byteLength(tenant) > maxTenantLength)
    context.report.required(
      path.child('tenant'),
      `The tenant is longer than ${maxTenantLength} characters. Give its UUID.`,
    );
  else if (!registry.split(',').every(isHostPort))
    context.report.invalid(
      path.child('registry'),
      `"${registry}" is not "host:port". Write one such pair, or several separated by commas.`,
    );
};

export const validateFlocker: SourceCheck<'flocker'> = ({ datasetName, datasetUUID }, path, { context }) => {
  if (!datasetName && !datasetUUID)
    context.report.required(path, 'Nothing names the Flocker dataset. Set "datasetName" or "datasetUUID".');
  if (datasetName && datasetUUID)
    context.report.invalid(
      path,
      '"datasetName" and "datasetUUID" both name a dataset, and could mean two. Remove one of them.',
    );
  if (datasetName?.includes('/'))
    context.report.invalid(
      path.child('datasetName'),
      `"${datasetName}" holds "/", which the name of a dataset cannot. Give the bare name.`,
    );
};
