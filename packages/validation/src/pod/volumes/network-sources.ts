import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength } from '../../formats.js';
import { isHostPort } from './host-port.js';
import { requireFields } from './required.js';
import type { SourceCheck } from './types.js';

const says = defineMessages('network-volume', {
  'nfs-server': 'the host name or address of the NFS server',
  'nfs-path': 'the directory that the server exports',
  'relative-nfs-path': '"{path}" is not absolute, but exports of an NFS server are. Start it with "/".',
  'two-fc-names': '"targetWWNs" and "wwids" both name a disk, and could mean two. Remove one of them.',
  'no-fc-name': 'Nothing names the Fibre Channel disk. Set "targetWWNs" and "lun", or "wwids".',
  'no-lun': '"targetWWNs" names a device with many disks. Set "lun" to the number of the one to mount.',
  'invalid-lun': '{lun} is not the number of a logical unit. Use 0 to {max}.',
  'quobyte-registry': 'the Quobyte registry, "host:port", or several of them separated by commas',
  'quobyte-volume': 'the name of the Quobyte volume',
  'tenant-too-long': 'The tenant is longer than {limit} characters. Give its UUID.',
  'invalid-registry': '"{registry}" is not "host:port". Write one such pair, or several separated by commas.',
  'no-dataset': 'Nothing names the Flocker dataset. Set "datasetName" or "datasetUUID".',
  'two-datasets': '"datasetName" and "datasetUUID" both name a dataset, and could mean two. Remove one of them.',
  'invalid-dataset': '"{name}" holds "/", which the name of a dataset cannot. Give the bare name.',
});

const maxLun = 255;
const maxTenantLength = 64;

export const validateNfs: SourceCheck<'nfs'> = (nfs, path, { context }) => {
  requireFields(nfs, { server: says['nfs-server'], path: says['nfs-path'] }, path, context);
  if (!nfs.path?.startsWith('/'))
    context.report.invalid(path.child('path'), says['relative-nfs-path']({ path: nfs.path ?? '' }));
};

export const validateFibreChannel: SourceCheck<'fc'> = (fc, path, { context }) => {
  const byTarget = (fc.targetWWNs?.length ?? 0) > 0;
  const byId = (fc.wwids?.length ?? 0) > 0;
  if (byTarget && byId) context.report.invalid(path.child('targetWWNs'), says['two-fc-names']());
  if (!byTarget && !byId) context.report.required(path.child('targetWWNs'), says['no-fc-name']());
  if (!byTarget) return;
  if (fc.lun === undefined) context.report.required(path.child('lun'), says['no-lun']());
  else validateLun(fc.lun, path, context);
};

export function validateLun(lun: number | undefined, path: FieldPath, context: Context): void {
  if (lun !== undefined && (lun < 0 || lun > maxLun))
    context.report.invalid(path.child('lun'), says['invalid-lun']({ lun, max: maxLun }));
}

/** The registry's form is looked at only while the tenant is sound (validateQuobyteVolumeSource). */
export const validateQuobyte: SourceCheck<'quobyte'> = (quobyte, path, { context }) => {
  requireFields(
    quobyte,
    {
      registry: says['quobyte-registry'],
      volume: says['quobyte-volume'],
    },
    path,
    context,
  );
  const { registry, tenant = '' } = quobyte;
  if (!registry) return;
  if (byteLength(tenant) > maxTenantLength)
    context.report.required(path.child('tenant'), says['tenant-too-long']({ limit: maxTenantLength }));
  else if (!registry.split(',').every(isHostPort))
    context.report.invalid(path.child('registry'), says['invalid-registry']({ registry }));
};

export const validateFlocker: SourceCheck<'flocker'> = ({ datasetName, datasetUUID }, path, { context }) => {
  if (!datasetName && !datasetUUID) context.report.required(path, says['no-dataset']());
  if (datasetName && datasetUUID) context.report.invalid(path, says['two-datasets']());
  if (datasetName?.includes('/'))
    context.report.invalid(path.child('datasetName'), says['invalid-dataset']({ name: datasetName }));
};
