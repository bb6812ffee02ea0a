import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const subset = (fields: Fields): Fields => ({ subsets: [{ addresses: [{ ip: '10.0.0.1' }], ...fields }] });
const address = (fields: Fields): Fields => subset({ addresses: [{ ip: '10.0.0.1', ...fields }] });
const ports = (...list: readonly Fields[]): Fields => subset({ ports: list });

testCreate('Endpoints', subset({ ports: [{ port: 80 }] }), {
  addresses: [
    [subset({ addresses: [] }), ['Required subsets[0]']],
    [subset({ addresses: [], notReadyAddresses: [{ ip: 'a' }] }), ['Invalid subsets[0].notReadyAddresses[0].ip']],
    [address({ ip: '127.0.0.1' }), ['Invalid subsets[0].addresses[0].ip']],
    [address({ ip: '169.254.0.1' }), ['Invalid subsets[0].addresses[0].ip']],
    [address({ ip: '::' }), ['Invalid subsets[0].addresses[0].ip']],
    [address({ ip: 'ff02::1' }), ['Invalid subsets[0].addresses[0].ip']],
    [address({ ip: 'ff05::1' }), []],
    [address({ ip: '010.0.0.1' }), ['Invalid subsets[0].addresses[0].ip']],
    [address({ ip: '010.0.0.1' }), [], 35],
    [address({ hostname: 'a.b' }), ['Invalid subsets[0].addresses[0].hostname']],
    [address({ nodeName: 'a.b' }), []],
    [address({ nodeName: 'A' }), ['Invalid subsets[0].addresses[0].nodeName']],
  ],
  ports: [
    [ports({ port: 1 }, { port: 2, name: 'a' }), ['Required subsets[0].ports[0].name']],
    [ports({ port: 1, name: 'a.b' }), ['Invalid subsets[0].ports[0].name']],
    [ports({}), ['Invalid subsets[0].ports[0].port']],
    [ports({ port: 1, protocol: 'ICMP' }), ['NotSupported subsets[0].ports[0].protocol']],
    [ports({ port: 1, appProtocol: 'a b' }), ['Invalid subsets[0].ports[0].appProtocol']],
  ],
});

testUpdate(
  'Endpoints',
  {},
  {
    'since 1.33 what was stored passes': [
      [address({ ip: 'a' }), address({ ip: 'a' }), []],
      [address({ ip: 'a' }), address({ ip: 'a' }), ['Invalid subsets[0].addresses[0].ip'], 32],
      [address({ ip: 'a' }), address({ ip: 'b' }), ['Invalid subsets[0].addresses[0].ip']],
    ],
  },
);

test('the kind is deprecated since 1.33, and addresses are best written as everybody does', () => {
  const endpoints = { metadata: { name: 'a' }, ...address({ ip: '2001:DB8::1' }) };
  assert.deepEqual(remarks('Endpoints', endpoints).warnings, ['', 'subsets[0].addresses[0].ip']);
  assert.deepEqual(remarks('Endpoints', endpoints, 32).warnings, []);
});
