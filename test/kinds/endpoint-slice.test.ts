import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const slice = (addressType: string, ...addresses: readonly string[]): Fields => ({
  addressType,
  endpoints: [{ addresses }],
});
const endpoint = (fields: Fields): Fields => ({ endpoints: [{ addresses: ['10.0.0.1'], ...fields }] });
const ports = (...list: readonly Fields[]): Fields => ({ ports: list });
const base = slice('IPv4', '10.0.0.1');
const at = 'endpoints[0]';

testCreate('EndpointSlice', base, {
  types: [
    [{ addressType: undefined }, ['Required addressType']],
    [{ addressType: 'ipv4' }, ['NotSupported addressType']],
  ],
  addresses: [
    [slice('IPv4'), [`Required ${at}.addresses`]],
    [slice('IPv4', ...Array<string>(101).fill('10.0.0.1')), [`TooMany ${at}.addresses`]],
    [slice('IPv4', 'a'), [`Invalid ${at}.addresses[0]`]],
    [slice('IPv4', '10.0.0.01'), [`Invalid ${at}.addresses[0]`]],
    [slice('IPv4', '10.0.0.01'), [], 35],
    [slice('IPv4', '2001:db8::1'), [`Invalid ${at}.addresses`]],
    [slice('IPv4', '2001:db8::1'), [`Invalid ${at}.addresses[0]`], 32],
    [
      slice('IPv4', '127.0.0.1', '169.254.0.1', '0.0.0.0', '224.0.0.1'),
      [0, 1, 2, 3].map((i) => `Invalid ${at}.addresses[${i}]`),
    ],
    [slice('IPv6', '2001:db8::1'), []],
    [slice('IPv6', '2001:DB8::1'), [`Invalid ${at}.addresses[0]`]],
    [slice('IPv6', '2001:DB8::1'), [], 32],
    [slice('IPv6', '::1', 'fe80::1', '::', 'ff02::1'), [0, 1, 2, 3].map((i) => `Invalid ${at}.addresses[${i}]`)],
    [slice('IPv6', '10.0.0.1'), [`Invalid ${at}.addresses`]],
    [slice('FQDN', 'a.b', 'a.b.'), []],
    [slice('FQDN', 'a', ''), [`Invalid ${at}.addresses[0]`, `Required ${at}.addresses[1]`]],
  ],
  endpoints: [
    [endpoint({ nodeName: 'A', hostname: 'a.b' }), [`Invalid ${at}.nodeName`, `Invalid ${at}.hostname`]],
    [
      endpoint({ hints: { forZones: [{ name: 'a b' }, { name: 'c' }, { name: 'c' }] } }),
      [`Invalid ${at}.hints.forZones[0].name`, `Duplicate ${at}.hints.forZones[2].name`],
    ],
    [endpoint({ hints: { forZones: Array(9).fill({}) } }), [`TooMany ${at}.hints.forZones`]],
    [endpoint({ hints: { forNodes: [{ name: 'A' }] } }), [`Invalid ${at}.hints.forNodes[0].name`]],
    [{ endpoints: Array(1001).fill({}) }, ['TooMany endpoints']],
  ],
  ports: [
    [ports({ name: 'a' }, { appProtocol: 'a/b' }), []],
    [ports({}, {}), ['Duplicate ports[1].name']],
    [
      ports({ name: 'a.b', protocol: 'tcp', appProtocol: '' }),
      ['Invalid ports[0].name', 'NotSupported ports[0].protocol', 'Invalid ports[0].appProtocol'],
    ],
  ],
});

testUpdate('EndpointSlice', base, {
  'the type is settled, and endpoints that do not change are not complained about': [
    [{}, slice('IPv6', '2001:db8::1'), ['Invalid addressType']],
    [slice('IPv4', 'a'), slice('IPv4', 'a'), []],
    [slice('IPv4', 'a'), slice('IPv4', 'b'), [`Invalid ${at}.addresses[0]`]],
    [slice('IPv4', 'a'), slice('IPv4', 'a'), [`Invalid ${at}.addresses[0]`], 32],
  ],
});

test('the topology of v1beta1 is removed, and addresses that are read in two ways are remarked on', () => {
  const object = {
    metadata: { name: 'a' },
    ...base,
    ...endpoint({ deprecatedTopology: { a: 'b' }, addresses: ['10.0.0.01'] }),
  };
  assert.deepEqual(remarks('EndpointSlice', object, 35), {
    dropped: [`${at}.deprecatedTopology`],
    warnings: [`${at}.addresses[0]`],
  });
});
