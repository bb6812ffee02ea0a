import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const named = (name: string, fields: Fields = {}): Fields => ({ metadata: { name }, ...fields });

testCreate(
  'PriorityClass',
  {},
  {
    values: [
      [{ value: 1_000_000_000 }, []],
      [{ value: 1_000_000_001 }, ['Forbidden value']],
      [{ preemptionPolicy: 'never' }, ['NotSupported preemptionPolicy']],
      [{ preemptionPolicy: '' }, ['Required preemptionPolicy']],
    ],
    names: [
      [named('system-a'), ['Forbidden metadata.name']],
      [named('system-node-critical', { value: 2_000_001_000 }), []],
      [named('system-node-critical', { value: 2_000_000_000 }), ['Forbidden metadata.name']],
      [named('system-cluster-critical', { value: 2_000_000_000, globalDefault: true }), ['Forbidden metadata.name']],
    ],
  },
);
testUpdate(
  'PriorityClass',
  {},
  {
    'what is settled': [
      [{}, { description: 'a', globalDefault: true }, []],
      [{}, { value: 1, preemptionPolicy: 'Never' }, ['Forbidden value', 'Invalid preemptionPolicy']],
    ],
  },
);

const base = { handler: 'a' };
const tolerations = (...list: readonly Fields[]): Fields => ({ scheduling: { tolerations: list } });
const podFixed = (amounts: Fields): Fields => ({ overhead: { podFixed: amounts } });

testCreate('RuntimeClass', base, {
  handlers: [
    [{ handler: '' }, ['Required handler']],
    [{ handler: '' }, ['Invalid handler'], 35],
    [{ handler: 'a.b' }, ['Invalid handler']],
  ],
  overhead: [
    [podFixed({ cpu: '1' }), []],
    [podFixed({ cpu: '-1' }), ['Invalid overhead.limits[cpu]']],
    [podFixed({ fish: '1' }), ['Invalid overhead.limits[fish]']],
    [podFixed({ 'hugepages-2Mi': '2Mi' }), ['Forbidden overhead']],
  ],
  scheduling: [
    [{ scheduling: { nodeSelector: { 'a b': '' } } }, ['Invalid scheduling.nodeSelector']],
    [tolerations({ key: 'a', tolerationSeconds: 1 }), ['Invalid scheduling.tolerations[0].effect']],
    [tolerations({ key: 'a', tolerationSeconds: 1 }), ['Invalid scheduling.tolerations.tolerations[0].effect'], 34],
    [tolerations({ key: 'a' }, { key: 'a' }), ['Duplicate scheduling.tolerations[1]']],
    [tolerations({ key: 'a' }, { key: 'a' }), ['Duplicate scheduling.tolerations[1]'], 34],
  ],
  'a finalizer needs no domain': [[{ metadata: { name: 'a', finalizers: ['b'] } }, []]],
});
testUpdate('RuntimeClass', base, { 'the handler is settled': [[{}, { handler: 'b' }, ['Invalid handler']]] });

test('labels of nodes that are going away are remarked on', () => {
  const object = { ...named('a', base), scheduling: { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } } };
  assert.deepEqual(remarks('RuntimeClass', object).warnings, ['scheduling.nodeSelector[beta.kubernetes.io/os]']);
});

testCreate(
  'Lease',
  { spec: {} },
  {
    numbers: [
      [{ spec: { leaseDurationSeconds: 1, leaseTransitions: 0 } }, []],
      [
        { spec: { leaseDurationSeconds: 0, leaseTransitions: -1 } },
        ['Invalid spec.leaseDurationSeconds', 'Invalid spec.leaseTransitions'],
      ],
    ],
  },
);
testUpdate(
  'Lease',
  { spec: {} },
  { numbers: [[{}, { spec: { leaseDurationSeconds: 0 } }, ['Invalid spec.leaseDurationSeconds']]] },
);

test('the strategy of a lease is removed, since its gate is off', () => {
  const object = { ...named('a'), spec: { strategy: 'a', preferredHolder: 'b' } };
  assert.deepEqual(remarks('Lease', object, 36).dropped, ['spec.preferredHolder', 'spec.strategy']);
});
