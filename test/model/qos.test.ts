import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qosClass } from '@podlint/model';
import { stored, type Json } from '../kinds/effective-kit.js';

type Resources = { limits?: Record<string, string>; requests?: Record<string, string> };

const both = { cpu: '1', memory: '1Gi' };
const container = (resources: Resources = {}): Json => ({ name: 'c', image: 'x', resources });

/** The class of a Pod with these containers, after its defaults. */
function classOf(spec: Json, minor = 36): string {
  const { spec: effective } = stored({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' }, spec }, minor);
  return qosClass(effective as Json, minor);
}

const cases: readonly (readonly [name: string, expected: string, spec: Json])[] = [
  ['nothing asked for', 'BestEffort', { containers: [container()] }],
  [
    'zeros do not count',
    'BestEffort',
    { containers: [container({ requests: { cpu: '0' }, limits: { memory: '0' } })] },
  ],
  [
    'other resources do not count',
    'BestEffort',
    { containers: [container({ requests: { 'a.b/c': '1', 'ephemeral-storage': '1Gi' } })] },
  ],
  ['limits of both, and so the same requests', 'Guaranteed', { containers: [container({ limits: both })] }],
  [
    'the same amounts in other words',
    'Guaranteed',
    { containers: [container({ limits: both, requests: { cpu: '1000m', memory: '1024Mi' } })] },
  ],
  ['smaller requests', 'Burstable', { containers: [container({ limits: both, requests: { cpu: '0.5' } })] }],
  ['a limit of one only', 'Burstable', { containers: [container({ limits: { cpu: '1' } })] }],
  ['requests only', 'Burstable', { containers: [container({ requests: both })] }],
  ['one container without limits', 'Burstable', { containers: [container({ limits: both }), container()] }],
  [
    'an init container without limits',
    'Burstable',
    { containers: [container({ limits: both })], initContainers: [container()] },
  ],
  ['limits of the Pod as a whole', 'Guaranteed', { containers: [container()], resources: { limits: both } }],
  [
    'limits of the Pod, less asked for by a container',
    'Burstable',
    { containers: [container({ requests: { cpu: '0.5' } })], resources: { limits: both } },
  ],
  [
    'requests of the Pod as a whole',
    'Burstable',
    { containers: [container({ limits: both })], resources: { requests: both } },
  ],
  ['one limit of the Pod as a whole', 'Burstable', { containers: [container()], resources: { limits: { cpu: '1' } } }],
  ['nothing for the Pod as a whole', 'BestEffort', { containers: [container({ limits: both })], resources: {} }],
];

for (const [name, expected, spec] of cases) {
  test(`${expected}: ${name}`, () => assert.equal(classOf(spec), expected));
}

test('before 1.34 only containers are asked', () => {
  assert.equal(classOf({ containers: [container()], resources: { limits: both } }, 33), 'BestEffort');
  assert.equal(classOf({ containers: [container()], resources: { limits: both } }, 34), 'Guaranteed');
});

test('a template is judged by the requests that its Pods will get', () => {
  for (const [name, expected, spec] of cases) assert.equal(qosClass(spec, 36), expected, name);
});
