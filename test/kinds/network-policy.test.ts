import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const port = (fields: Fields): Fields => ({ spec: { egress: [{ ports: [fields] }] } });
const peer = (fields: Fields): Fields => ({ spec: { ingress: [{ from: [fields] }] } });
const block = (cidr: string, ...except: readonly string[]): Fields => peer({ ipBlock: { cidr, except } });
const at = 'spec.ingress[0].from[0]';
const portAt = 'spec.egress[0].ports[0]';

testCreate(
  'NetworkPolicy',
  { spec: {} },
  {
    ports: [
      [port({ port: 1, endPort: 65535, protocol: 'SCTP' }), []],
      [port({ protocol: 'tcp' }), [`NotSupported ${portAt}.protocol`]],
      [port({ port: 0 }), [`Invalid ${portAt}.port`]],
      [port({ port: 2, endPort: 1 }), [`Invalid ${portAt}.endPort`]],
      [port({ port: 2, endPort: 65536 }), [`Invalid ${portAt}.endPort`]],
      [port({ port: 'http' }), []],
      [port({ port: 'HTTP', endPort: 2 }), [`Invalid ${portAt}.port`, `Invalid ${portAt}.endPort`]],
      [port({ endPort: 2 }), [`Invalid ${portAt}.endPort`]],
    ],
    peers: [
      [peer({ podSelector: {}, namespaceSelector: {} }), []],
      [peer({}), [`Required ${at}`]],
      [peer({ podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }), [`Forbidden ${at}`]],
      [peer({ namespaceSelector: { matchLabels: { 'a b': '' } } }), [`Invalid ${at}.namespaceSelector.matchLabels`]],
    ],
    blocks: [
      [block(''), [`Required ${at}.ipBlock.cidr`]],
      [block('10.0.0.0'), [`Invalid ${at}.ipBlock.cidr`]],
      [block('10.0.0.1/8'), [`Invalid ${at}.ipBlock.cidr`]],
      [block('10.0.0.1/8'), [], 35],
      [block('10.0.0.0/8', '10.1.0.0/16', '10.0.0.0/9'), []],
      [block('10.0.0.0/8', '10.0.0.0/8'), [`Invalid ${at}.ipBlock.except[0]`]],
      [block('10.0.0.0/8', '11.0.0.0/16'), [`Invalid ${at}.ipBlock.except[0]`]],
      [block('10.0.0.0/8', '2001:db8::/64'), [`Invalid ${at}.ipBlock.except[0]`]],
      [block('2001:db8::/32', '2001:db8:1::/48'), []],
      [block('10.0.0.0/8', 'a', '11.0.0.0/16'), [`Invalid ${at}.ipBlock.except[0]`, `Invalid ${at}.ipBlock.except[1]`]],
      [block('10.0.0.0/8', 'a', '11.0.0.0/16'), [`Invalid ${at}.ipBlock.except[0]`], 29],
    ],
    types: [
      [{ spec: { policyTypes: ['Egress', 'Egress'] } }, []],
      [{ spec: { policyTypes: ['ingress'] } }, ['NotSupported spec.policyTypes[0]']],
      [{ spec: { policyTypes: ['Egress', 'Egress', 'a'] } }, ['Invalid spec.policyTypes']],
    ],
  },
);

const selector = (value: string): Fields => ({
  spec: { podSelector: { matchExpressions: [{ key: 'a', operator: 'In', values: [value] }] } },
});

testUpdate(
  'NetworkPolicy',
  { spec: {} },
  {
    'ranges and values that were stored may stay': [
      [block('10.0.0.1/8'), block('10.0.0.1/8'), []],
      [block('10.0.0.1/8'), block('10.0.0.2/8'), [`Invalid ${at}.ipBlock.cidr`]],
      [selector('a b'), selector('c d'), []],
      [selector('a'), selector('c d'), ['Invalid spec.podSelector.matchExpressions[0].values[0]']],
    ],
  },
);

test('ranges that are read in two ways are remarked on since 1.33', () => {
  const object = { metadata: { name: 'a' }, ...block('10.0.0.1/8') };
  assert.deepEqual(remarks('NetworkPolicy', object, 35).warnings, [`${at}.ipBlock.cidr`]);
  assert.deepEqual(remarks('NetworkPolicy', object, 32).warnings, []);
});
