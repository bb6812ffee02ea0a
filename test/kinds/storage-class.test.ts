import { type Fields, testCreate, testUpdate } from './kind-cases.js';

const base = { provisioner: 'a.b/C' };
const topologies = (...terms: readonly Fields[]): Fields => ({ allowedTopologies: terms });
const term = (...matchLabelExpressions: readonly Fields[]): Fields => ({ matchLabelExpressions });
const zone = (...values: readonly string[]): Fields => ({ key: 'zone', values });
const at = 'allowedTopologies[0].matchLabelExpressions';

testCreate('StorageClass', base, {
  fields: [
    [{ provisioner: '' }, ['Required provisioner']],
    [{ provisioner: 'a/b/c' }, ['Invalid provisioner']],
    [{ reclaimPolicy: 'Recycle' }, ['NotSupported reclaimPolicy']],
    [{ reclaimPolicy: '' }, []],
    [{ volumeBindingMode: '' }, ['NotSupported volumeBindingMode']],
  ],
  parameters: [
    [{ parameters: { '': 'a' } }, ['Invalid parameters']],
    [{ parameters: { a: 'b'.repeat(256 * 1024 - 1) } }, []],
    [{ parameters: { a: 'b'.repeat(256 * 1024) } }, ['TooLong parameters']],
    [{ parameters: Object.fromEntries(Array.from({ length: 513 }, (_, i) => [`a${i}`, ''])) }, ['TooLong parameters']],
  ],
  topologies: [
    [topologies(term(zone('a', 'b')), term(zone('a'))), []],
    [topologies(term(zone('a', 'b')), term(zone('b', 'a'))), ['Duplicate allowedTopologies[1].matchLabelExpressions']],
    [topologies({}), [`Duplicate ${at}`]],
    [topologies(term({ key: 'a b' })), [`Invalid ${at}[0].key`, `Required ${at}[0].values`]],
    [topologies(term(zone('a', 'a'))), [`Duplicate ${at}[0].values[1]`]],
    [topologies(term(zone('a'), zone('b'))), [`Duplicate ${at}[1].key`]],
  ],
});

testUpdate('StorageClass', base, {
  'nearly everything is settled': [
    [{}, { allowVolumeExpansion: true, mountOptions: ['a'] }, []],
    [
      {},
      { provisioner: 'b', volumeBindingMode: 'WaitForFirstConsumer' },
      ['Invalid provisioner', 'Invalid volumeBindingMode'],
    ],
    [
      {},
      { provisioner: 'b', volumeBindingMode: 'WaitForFirstConsumer' },
      ['Forbidden provisioner', 'Invalid volumeBindingMode'],
      35,
    ],
    [{}, { parameters: { a: '' }, reclaimPolicy: 'Retain' }, ['Invalid parameters', 'Invalid reclaimPolicy']],
  ],
});
