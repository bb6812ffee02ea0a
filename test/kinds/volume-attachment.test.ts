import { type Fields, testCreate, testUpdate } from './kind-cases.js';

const source = (fields: Fields): Fields => ({ spec: { attacher: 'a', nodeName: 'b', source: fields } });
const base = source({ persistentVolumeName: 'c' });
const csi = { driver: 'a', volumeHandle: 'b' };
const inline = (fields: Fields): Fields =>
  source({ inlineVolumeSpec: { accessModes: ['ReadWriteOnce'], csi, ...fields } });
const at = 'spec.source.inlineVolumeSpec';

testCreate('VolumeAttachment', base, {
  fields: [
    [{ spec: {} }, ['Required spec.attacher', 'Invalid spec.nodeName', 'Required spec.source']],
    [
      source({ persistentVolumeName: '' }),
      ['Required spec.source.persistentVolumeName', 'Invalid spec.source.persistentVolumeName'],
    ],
    [source({ persistentVolumeName: 'A' }), ['Invalid spec.source.persistentVolumeName']],
    [source({ persistentVolumeName: 'c', inlineVolumeSpec: {} }), ['Forbidden spec.source']],
  ],
  'inline volumes': [
    [inline({ persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' }), []],
    [
      inline({ csi: undefined, accessModes: [] }),
      [`Required ${at}.csi`, `Required ${at}.accessModes`, `Required ${at}`],
    ],
    [
      inline({ claimRef: {}, capacity: { storage: '1Gi' }, nodeAffinity: {}, storageClassName: 'a' }),
      ['claimRef', 'capacity', 'nodeAffinity', 'storageClassName'].map((field) => `Forbidden ${at}.${field}`),
    ],
    [
      inline({ persistentVolumeReclaimPolicy: 'Delete', volumeMode: 'Block' }),
      [`Forbidden ${at}.persistentVolumeReclaimPolicy`, `Forbidden ${at}.volumeMode`],
    ],
    [inline({ csi: { driver: 'a' } }), [`Required ${at}.csi.volumeHandle`]],
  ],
});

testUpdate('VolumeAttachment', base, {
  'the spec is settled': [
    [{}, {}, []],
    [inline({}), inline({ csi: { ...csi, readOnly: false } }), []],
    [inline({}), inline({ csi: { ...csi, readOnly: true } }), ['Invalid spec']],
    [{}, source({ persistentVolumeName: 'd' }), ['Invalid spec']],
    [{}, { spec: { ...(base['spec'] as Fields), attacher: 'a b' } }, ['Invalid spec', 'Invalid spec.attacher']],
    [{}, { spec: { ...(base['spec'] as Fields), attacher: 'a b' } }, ['Invalid spec'], 35],
  ],
});
