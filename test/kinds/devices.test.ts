import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter } from 'podlint';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

// A linter brings the checks of expressions with it.
createLinter();

const class1 = { deviceClassName: 'gpu.example.com' };
const exactly = (fields: Fields): Fields => ({ name: 'a', exactly: { ...class1, ...fields } });
const devices = (fields: Fields): Fields => ({ spec: { devices: fields } });
const requests = (...items: readonly Fields[]): Fields => devices({ requests: items });
const alternatives = (...items: readonly Fields[]): Fields => requests({ name: 'a', firstAvailable: items });
const alternative = (fields: Fields): Fields => ({ name: 'b', ...class1, ...fields });
const select = (expression: string): Fields => requests(exactly({ selectors: [{ cel: { expression } }] }));
const tolerate = (fields: Fields): Fields => requests(exactly({ tolerations: [fields] }));
const constrain = (fields: Fields): Fields => devices({ requests: [exactly({})], constraints: [fields] });
const configure = (fields: Fields): Fields => devices({ requests: [exactly({})], config: [fields] });
const opaque = (parameters: unknown): Fields => configure({ opaque: { driver: 'a.example.com', parameters } });

const times = (count: number, item: Fields): Fields[] => Array.from({ length: count }, () => item);
const named = (count: number, item: Fields): Fields[] =>
  times(count, item).map((one, i) => ({ ...one, name: `n${i}` }));
const at = 'spec.devices.requests[0]';
const expression = `${at}.exactly.selectors[0].cel.expression`;

testCreate('ResourceClaim', requests(exactly({})), {
  requests: [
    [devices({}), []],
    [requests({ name: 'a' }), [`Required ${at}`]],
    [requests({ ...exactly({}), firstAvailable: [alternative({})] }), [`Invalid ${at}`]],
    [requests(exactly({ deviceClassName: '' })), [`Required ${at}.exactly.deviceClassName`]],
    [requests(exactly({ deviceClassName: 'a_b' })), [`Invalid ${at}.exactly.deviceClassName`]],
    [requests({ ...exactly({}), name: 'a.b' }), [`Invalid ${at}.name`]],
    [requests(exactly({}), exactly({})), ['Duplicate spec.devices.requests[1]']],
    [requests(exactly({}), exactly({})), ['Duplicate spec.devices.requests[1].name'], 34],
    [requests(...named(32, exactly({}))), []],
    [requests(...named(33, exactly({ deviceClassName: '' }))), ['TooMany spec.devices.requests']],
    [requests({ ...exactly({ deviceClassName: '' }), firstAvailable: [{}] }), [`Invalid ${at}`]],
    [
      requests({ ...exactly({ deviceClassName: '' }), firstAvailable: [alternative({ name: '' })] }),
      [`Invalid ${at}`, `Invalid ${at}.firstAvailable[0].name`, `Required ${at}.exactly.deviceClassName`],
      34,
    ],
  ],
  alternatives: [
    [alternatives(alternative({})), []],
    [alternatives(alternative({ deviceClassName: '' })), [`Required ${at}.firstAvailable[0].deviceClassName`]],
    [alternatives(alternative({}), alternative({})), [`Duplicate ${at}.firstAvailable[1]`]],
    [alternatives(...named(9, class1)), [`TooMany ${at}.firstAvailable`]],
  ],
  counts: [
    [requests(exactly({ allocationMode: 'All' })), []],
    [requests(exactly({ allocationMode: 'All', count: 1 })), [`Invalid ${at}.exactly.count`]],
    [requests(exactly({ count: -1 })), [`Invalid ${at}.exactly.count`]],
    [requests(exactly({ allocationMode: 'Some' })), [`NotSupported ${at}.exactly.allocationMode`]],
  ],
  tolerations: [
    [tolerate({ key: 'a', value: 'b', effect: 'None' }), []],
    [tolerate({ effect: 'None' }), [`NotSupported ${at}.exactly.tolerations[0].effect`], 34],
    [
      tolerate({ key: 'a b', value: 'c d' }),
      [`Invalid ${at}.exactly.tolerations[0].key`, `Invalid ${at}.exactly.tolerations[0].value`],
    ],
    [tolerate({ operator: 'Exists', value: 'a' }), [`Invalid ${at}.exactly.tolerations[0].value`]],
    [tolerate({ operator: 'In' }), [`NotSupported ${at}.exactly.tolerations[0].operator`]],
  ],
  constraints: [
    [constrain({ matchAttribute: 'a.example.com/b' }), []],
    [constrain({ distinctAttribute: 'a.example.com/b' }), []],
    [constrain({}), ['Required spec.devices.constraints[0]']],
    [constrain({}), ['Required spec.devices.constraints[0].matchAttribute'], 34],
    [constrain({ distinctAttribute: 'a.example.com/b' }), [], 34],
    [constrain({ distinctAttribute: 'a.example.com/b' }), ['Required spec.devices.constraints[0].matchAttribute'], 35],
    [constrain({ matchAttribute: 'a' }), ['Invalid spec.devices.constraints[0].matchAttribute']],
    [constrain({ matchAttribute: '/b' }), ['Invalid spec.devices.constraints[0].matchAttribute']],
    [constrain({ matchAttribute: '/b' }), ['Required spec.devices.constraints[0].matchAttribute'], 34],
    [constrain({ matchAttribute: '' }), ['Required spec.devices.constraints[0].matchAttribute'], 34],
    [constrain({ matchAttribute: 'a/b/c' }), []],
    [constrain({ matchAttribute: `a/${'b'.repeat(32)}` }), []],
    [constrain({ matchAttribute: `a/${'b'.repeat(33)}` }), ['TooLong spec.devices.constraints[0].matchAttribute']],
    [constrain({ matchAttribute: `${'a'.repeat(64)}/b` }), ['TooLong spec.devices.constraints[0].matchAttribute']],
  ],
  'what constraints are about': [
    [constrain({ matchAttribute: 'a/b', requests: ['a'] }), []],
    [constrain({ matchAttribute: 'a/b', requests: ['b'] }), ['Invalid spec.devices.constraints[0].requests[0]']],
    [constrain({ matchAttribute: 'a/b', requests: ['a/b'] }), ['Invalid spec.devices.constraints[0].requests[0]']],
    [constrain({ matchAttribute: 'a/b', requests: ['a', 'a'] }), ['Duplicate spec.devices.constraints[0].requests[1]']],
    [
      devices({
        requests: [{ name: 'a', firstAvailable: [alternative({})] }],
        constraints: [{ matchAttribute: 'a/b', requests: ['a', 'a/b', 'a/c', 'a/b/c'] }],
      }),
      ['Invalid spec.devices.constraints[0].requests[2]', 'Invalid spec.devices.constraints[0].requests[3]'],
    ],
  ],
  configuration: [
    [opaque({ a: 1 }), []],
    [configure({}), ['Required spec.devices.config[0].opaque']],
    [
      configure({ opaque: {} }),
      ['Required spec.devices.config[0].opaque.driver', 'Required spec.devices.config[0].opaque.parameters'],
    ],
    [opaque([1]), ['Invalid spec.devices.config[0].opaque.parameters']],
    [opaque({ a: 'x'.repeat(10 * 1024 - 8) }), []],
    [opaque({ a: 'x'.repeat(10 * 1024 - 7) }), ['TooLong spec.devices.config[0].opaque.parameters']],
    // Go writes `<` as six characters.
    [opaque({ a: '<'.repeat(1705) }), []],
    [opaque({ a: '<'.repeat(1706) }), ['TooLong spec.devices.config[0].opaque.parameters']],
  ],
  selectors: [
    [requests(exactly({ selectors: [{}] })), [`Required ${at}.exactly.selectors[0].cel`]],
    [requests(exactly({ selectors: times(33, {}) })), [`TooMany ${at}.exactly.selectors`]],
    [select('device.driver == "a"'), []],
    [select('device.driver'), [`Invalid ${expression}`]],
    [select('dyn(true)'), [`Invalid ${expression}`]],
    [select('device.attributes["a"].b'), []],
    [select('device.attributes["a"].b.isGreaterThan(semver("0.0.1"))'), []],
    [select('device.capacity["a"].b.isGreaterThan(quantity("1Ki"))'), []],
    [select('device.capacity["a"].b > 1'), [`Invalid ${expression}`]],
    [select('cel.bind(a, device.attributes["a"], a.b && a.c)'), []],
    [select('device.attributes["a"].b.includes("c")'), [`Invalid ${expression}`]],
    [select('object.a'), [`Invalid ${expression}`]],
    [select('device.allowMultipleAllocations'), []],
    [select('device.allowMultipleAllocations'), [`Invalid ${expression}`], 35],
    [select(' '.repeat(10 * 1024 + 1)), [`TooLong ${expression}`]],
  ],
  'what a selector can cost': [
    [select(nested(3)), []],
    [select(nested(4)), [`Forbidden ${expression}`]],
  ],
});

/** Goes through all attributes of a device in loops within each other. */
function nested(depth: number): string {
  return depth === 0 ? 'true' : `device.attributes.all(d${depth}, ${nested(depth - 1)})`;
}

testUpdate('ResourceClaim', requests(exactly({})), {
  spec: [
    [{}, requests({ ...exactly({}), firstAvailable: [] }), []],
    [{}, requests(exactly({ count: 2 })), ['Invalid spec']],
    [{}, requests(exactly({ deviceClassName: '' })), ['Invalid spec']],
    [{}, requests(exactly({ deviceClassName: '' })), ['Invalid spec', `Required ${at}.exactly.deviceClassName`], 34],
    [{}, requests(exactly({ adminAccess: false })), ['Invalid spec']],
    // All that a server of that version knows may be in what it has stored.
    [{}, select('device.allowMultipleAllocations'), ['Invalid spec'], 34],
  ],
});

test('what is behind gates that are off is removed from a claim', () => {
  const claim = {
    metadata: { name: 'a' },
    ...devices({
      requests: [exactly({ tolerations: [{ key: 'a' }], capacity: { requests: { b: '1' } } })],
      constraints: [{ distinctAttribute: 'a/b' }],
    }),
  };
  const capacity = `${at}.exactly.capacity`;
  const others = ['spec.devices.constraints[0].distinctAttribute', `${at}.exactly.tolerations`];
  assert.deepEqual(remarks('ResourceClaim', claim, 36).dropped, []);
  assert.deepEqual(remarks('ResourceClaim', claim, 35).dropped, [capacity, ...others].sort());
  assert.deepEqual(remarks('ResourceClaim', claim, 34).dropped, [capacity]);
});

const template = (fields: Fields): Fields => ({ spec: fields });
testCreate('ResourceClaimTemplate', template(requests(exactly({}))), {
  metadata: [
    [template({ metadata: { labels: { a: 'b' }, annotations: { a: 'b c' } } }), []],
    [template({ metadata: { labels: { a: 'b c' } } }), ['Invalid spec.metadata.labels']],
    [template({ metadata: { name: 'a', uid: 'b' } }), ['Forbidden spec.metadata.name', 'Forbidden spec.metadata.uID']],
  ],
  claim: [[template(requests({ name: 'a' })), ['Required spec.spec.devices.requests[0]']]],
});
testUpdate('ResourceClaimTemplate', template(requests(exactly({}))), {
  spec: [
    [{}, template(requests(exactly({ count: 2 }))), ['Invalid spec']],
    [{}, template(requests({ name: 'a' })), ['Invalid spec', 'Required spec.spec.devices.requests[0]']],
  ],
});

const spec = (fields: Fields): Fields => ({ spec: fields });
testCreate('DeviceClass', spec({}), {
  fields: [
    [spec({ extendedResourceName: 'example.com/gpu' }), []],
    [spec({ extendedResourceName: 'gpu' }), ['Invalid spec.extendedResourceName']],
    [spec({ extendedResourceName: 'kubernetes.io/gpu' }), ['Invalid spec.extendedResourceName']],
    [spec({ extendedResourceName: 'gpu' }), [], 35],
    [spec({ selectors: [{ cel: { expression: '1' } }] }), ['Invalid spec.selectors[0].cel.expression']],
    [spec({ config: [{}] }), ['Required spec.config[0].opaque']],
    [spec({ config: times(33, {}) }), ['TooMany spec.config']],
  ],
  names: [
    [{ metadata: { name: 'a', generateName: 'A' } }, []],
    [{ metadata: { name: 'a', generateName: 'A' } }, ['Invalid metadata.generateName'], 34],
    [{ metadata: { name: 'a', generateName: 'a/b' } }, ['Invalid metadata.generateName']],
    [{ metadata: { generateName: 'a/b' } }, ['Invalid metadata.name']],
  ],
});
testUpdate('DeviceClass', spec({}), {
  'expressions that were there before': [
    [
      spec({ selectors: [{ cel: { expression: 'device.allowMultipleAllocations' } }] }),
      spec({ selectors: [{ cel: { expression: 'device.allowMultipleAllocations' } }], config: [] }),
      [],
      35,
    ],
    [
      spec({}),
      spec({ selectors: [{ cel: { expression: 'device.allowMultipleAllocations' } }] }),
      ['Invalid spec.selectors[0].cel.expression'],
      35,
    ],
  ],
});
