import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter } from 'podlint';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

// A linter brings the checks of late kinds with it.
createLinter();

const pool = { name: 'a', resourceSliceCount: 1 };
const slice = (fields: Fields): Fields => ({ spec: { driver: 'a.example.com', pool, allNodes: true, ...fields } });
const devices = (...items: readonly Fields[]): Fields => slice({ devices: items });
const device = (fields: Fields): Fields => devices({ name: 'a', ...fields });
const attribute = (value: unknown, name = 'a'): Fields => device({ attributes: { [name]: value } });
const policy = (requestPolicy: Fields, value = '10'): Fields =>
  device({ allowMultipleAllocations: true, capacity: { a: { value, requestPolicy } } });
const values = (...validValues: readonly string[]): Fields => policy({ default: '1', validValues });
const range = (validRange: Fields, amount = '4'): Fields => policy({ default: amount, validRange });
const perDevice = (fields: Fields): Fields =>
  slice({ allNodes: undefined, perDeviceNodeSelection: true, devices: [{ name: 'a', ...fields }] });

const named = (count: number, fields: Fields = {}): Fields[] =>
  Array.from({ length: count }, (_, i) => ({ name: `n${i}`, ...fields }));
const entries = (count: number, value: unknown): Fields =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, value]));
const term = { matchExpressions: [{ key: 'a', operator: 'Exists' }] };
const at = 'spec.devices[0]';
const policyAt = `${at}.capacity[a].requestPolicy`;

testCreate('ResourceSlice', slice({}), {
  'driver and pool': [
    [slice({ driver: '' }), ['Required spec.driver']],
    [slice({ driver: 'a_b' }), ['Invalid spec.driver']],
    [slice({ pool: { ...pool, name: '' } }), ['Required spec.pool.name']],
    [slice({ pool: { ...pool, name: 'a/b.c' } }), []],
    [slice({ pool: { ...pool, name: 'a//b' } }), ['Invalid spec.pool.name']],
    [slice({ pool: { ...pool, name: `a/${'b'.repeat(252)}` } }), ['TooLong spec.pool.name']],
    [
      slice({ pool: { name: 'a', generation: -1 } }),
      ['Invalid spec.pool.generation', 'Invalid spec.pool.resourceSliceCount'],
    ],
  ],
  nodes: [
    [slice({ allNodes: undefined }), ['Required spec']],
    [slice({ nodeName: 'a' }), ['Invalid spec']],
    [slice({ allNodes: false }), ['Invalid spec.allNodes', 'Required spec']],
    [slice({ allNodes: undefined, nodeName: '' }), ['Invalid spec.nodeName', 'Required spec']],
    [slice({ allNodes: undefined, nodeName: 'A' }), ['Invalid spec.nodeName']],
    [slice({ allNodes: undefined, nodeSelector: { nodeSelectorTerms: [term] } }), []],
    [
      slice({ allNodes: undefined, nodeSelector: { nodeSelectorTerms: [term, term] } }),
      ['Invalid spec.nodeSelector.nodeSelectorTerms'],
    ],
    [device({ allNodes: true }), [`Invalid ${at}`]],
    [perDevice({ allNodes: true }), []],
    [perDevice({}), [`Required ${at}`]],
    [perDevice({ nodeSelector: { nodeSelectorTerms: [term, term] } }), []],
    [perDevice({ nodeName: '', allNodes: true }), [`Invalid ${at}.nodeName`]],
    [perDevice({}), ['Required spec'], 35],
  ],
  devices: [
    [slice({ devices: named(128) }), []],
    [slice({ devices: named(129) }), ['TooMany spec.devices']],
    [slice({ devices: named(64, { taints: [{ key: 'a', effect: 'None' }] }) }), []],
    [slice({ devices: named(65, { taints: [{ key: 'a', effect: 'None' }] }) }), ['TooMany spec.devices']],
    [slice({ devices: named(65, { taints: [{ key: 'a', effect: 'None' }] }) }), [], 35],
    [devices({ name: 'a' }, { name: 'a' }), ['Duplicate spec.devices[1]']],
    [devices({ name: '' }), [`Invalid ${at}.name`]],
    [device({ attributes: entries(16, { int: 1 }), capacity: entries(16, { value: '1' }) }), []],
    [device({ attributes: entries(17, { int: 1 }), capacity: entries(16, { value: '1' }) }), [`Invalid ${at}`]],
    [device({ taints: [{ key: 'a b' }] }), [`Invalid ${at}.taints[0].key`, `Required ${at}.taints[0].effect`]],
    [slice({ devices: [], sharedCounters: [] }), ['Invalid spec']],
  ],
  attributes: [
    [attribute({ string: 'x'.repeat(64), version: '1.2.3-a.1+b' }), [`Invalid ${at}.attributes[a]`]],
    [attribute({ string: 'x'.repeat(65) }), [`TooLong ${at}.attributes[a].string`]],
    [attribute({ version: '1.2' }), [`Invalid ${at}.attributes[a].version`]],
    [attribute({ version: '1.2.03' }), [`Invalid ${at}.attributes[a].version`]],
    [attribute({}), [`Invalid ${at}.attributes[a]`]],
    [attribute({}), [`Required ${at}.attributes[a]`], 34],
    [attribute({ bools: [true] }), [`Invalid ${at}.attributes[a]`]],
    [attribute({ int: 1 }, 'a.b'), [`Invalid ${at}.attributes`]],
    [attribute({ int: 1 }, 'a.b'), [`Invalid ${at}.attributes[a.b]`], 35],
    [attribute({ int: 1 }, 'a.b/c'), []],
    [attribute({ int: 1 }, 'a.b/'), [`Invalid ${at}.attributes`]],
    [attribute({ int: 1 }, '/c'), [`Invalid ${at}.attributes`]],
    [attribute({ int: 1 }, 'x'.repeat(33)), [`TooLong ${at}.attributes`]],
    // The server shortens long keys in its answer.
    [
      attribute({}, 'x'.repeat(97)),
      [`Invalid ${at}.attributes[${'x'.repeat(47)}...${'x'.repeat(46)}]`, `TooLong ${at}.attributes`],
    ],
  ],
  capacity: [
    [device({ capacity: { a: { value: '1', requestPolicy: {} } } }), [`Forbidden ${policyAt}`]],
    [device({ capacity: { a: { value: '1', requestPolicy: {} } } }), [], 35],
    [policy({}), []],
    [policy({ validValues: ['1'], validRange: {} }), [`Forbidden ${policyAt}`]],
    [policy({ validValues: ['1'] }), [`Required ${policyAt}.default`]],
    [policy({ validRange: {} }), [`Required ${policyAt}.default`]],
  ],
  'values of a capacity': [
    [values('1', '10'), []],
    [values('1', '11'), [`Invalid ${policyAt}.validValues[1]`]],
    [values('2', '1'), [`Invalid ${policyAt}.validValues[1]`]],
    [values('2'), [`Invalid ${policyAt}.validValues`]],
    [values('1', '1000m'), [`Duplicate ${policyAt}.validValues[1]`]],
    [
      values(...Array.from({ length: 11 }, () => '1')),
      [`Invalid ${policyAt}.validValues`, `TooMany ${policyAt}.validValues`],
    ],
  ],
  'range of a capacity': [
    [range({ min: '2', max: '10', step: '2' }), []],
    [range({}), [`Required ${policyAt}.validRange.min`]],
    [range({ min: '5' }), [`Invalid ${policyAt}.validRange.min`]],
    [range({ min: '11' }, '12'), [`Invalid ${policyAt}.validRange.min`]],
    [range({ min: '2', max: '3' }), [`Invalid ${policyAt}.validRange.max`]],
    [range({ min: '2', max: '11' }), [`Invalid ${policyAt}.validRange.max`]],
    [range({ min: '2', max: '9', step: '2' }), [`Invalid ${policyAt}.validRange.step`]],
    [range({ min: '2', step: '9' }, '2'), [`Invalid ${policyAt}.validRange.step`]],
    [range({ min: '2', step: '0' }), [`InternalError ${policyAt}.validRange.step`]],
  ],
  counters: [
    [slice({ sharedCounters: [{ name: 'a', counters: { b: { value: '1' } } }] }), []],
    [
      slice({ sharedCounters: [{}] }),
      ['Required spec.sharedCounters[0].counters', 'Required spec.sharedCounters[0].name'],
    ],
    [slice({ sharedCounters: named(9, { counters: { b: {} } }) }), ['TooMany spec.sharedCounters']],
    [slice({ sharedCounters: [{ name: 'a', counters: { B: {} } }] }), ['Invalid spec.sharedCounters[0].counters']],
    [
      slice({ sharedCounters: [{ name: 'a', counters: entries(33, {}) }] }),
      ['TooMany spec.sharedCounters[0].counters'],
    ],
    [slice({ sharedCounters: [{}] }), [], 35],
    [
      device({ consumesCounters: [{}] }),
      [`Required ${at}.consumesCounters[0].counterSet`, `Required ${at}.consumesCounters[0].counters`],
    ],
    [
      device({ consumesCounters: [1, 2].map(() => ({ counterSet: 'a', counters: { b: {} } })) }),
      [`Duplicate ${at}.consumesCounters[1]`],
    ],
  ],
  binding: [
    [device({ bindingConditions: ['a'], bindingFailureConditions: ['b'] }), []],
    [device({ bindingConditions: ['a'] }), [`Invalid ${at}.bindingFailureConditions`]],
    [device({ bindingFailureConditions: ['a'] }), [`Invalid ${at}.bindingConditions`]],
    [
      device({ bindingConditions: ['a', 'a'], bindingFailureConditions: ['a'] }),
      [`Duplicate ${at}.bindingConditions[1]`, `Invalid ${at}.bindingFailureConditions[0]`],
    ],
    [
      device({ bindingConditions: ['a', 'b', 'c', 'd', 'e'], bindingFailureConditions: ['f g'] }),
      [`Invalid ${at}.bindingFailureConditions[0]`, `TooMany ${at}.bindingConditions`],
    ],
  ],
});

testUpdate('ResourceSlice', slice({}), {
  'what is settled': [
    [{}, slice({ driver: 'b', pool: { ...pool, name: 'b' } }), ['Invalid spec.driver', 'Invalid spec.pool.name']],
    [{}, slice({ nodeName: 'a', allNodes: undefined }), ['Invalid spec.nodeName']],
    [{}, slice({ pool: { ...pool, generation: 2 } }), []],
  ],
});

test('what is behind gates that are off is removed from a slice', () => {
  const object = {
    metadata: { name: 'a' },
    ...device({
      attributes: { 'b.example.com/c': { ints: [1] } },
      capacity: { d: { value: '1', requestPolicy: { default: '1' } } },
      nodeAllocatableResourceMappings: { cpu: { capacityKey: 'd' } },
      taints: [{ key: 'a' }],
    }),
  };
  const always = [`${at}.attributes.b.example.com/c.ints`, `${at}.nodeAllocatableResourceMappings`];
  assert.deepEqual(remarks('ResourceSlice', object).dropped, always);
  assert.deepEqual(remarks('ResourceSlice', object, 34).dropped, [`${at}.capacity.d.requestPolicy`, `${at}.taints`]);
});

test('a driver in upper case is remarked on', () => {
  const object = { metadata: { name: 'a' }, ...slice({ driver: 'A.example.com' }) };
  assert.deepEqual(remarks('ResourceSlice', object).warnings, ['spec.driver']);
  assert.deepEqual(remarks('ResourceSlice', object, 34).warnings, []);
});
