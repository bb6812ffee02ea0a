import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findKindByName } from '@podlint/model';
import { validateUpdate } from '@podlint/kinds';
import type { FieldError } from '@podlint/validation';
import { type Fields, expected, workload } from './workload-kit.js';

type Side = readonly [spec: Fields, metadata?: Fields];

function update(old: Side, changed: Side, minor = 36): readonly FieldError[] {
  return validateUpdate(
    findKindByName('Pod')!,
    structuredClone(workload('Pod', ...old)),
    structuredClone(workload('Pod', ...changed)),
    minor,
  ).errors;
}

function errorsOf(old: Side, changed: Side, minor?: number): string[] {
  return [...new Set(update(old, changed, minor).map(({ type, field }) => `${type} ${field.toString()}`))].sort();
}

/** The spec before, the spec after, and what the server has against it; paths are those below spec. */
function testChanges(
  changes: readonly (readonly [title: string, old: Fields, changed: Fields, ...errors: string[]])[],
  minor = 36,
): void {
  for (const [title, old, changed, ...errors] of changes) {
    test(`1.${minor}: ${title}`, () => assert.deepEqual(errorsOf([old], [changed], minor), expected(errors, 'spec')));
  }
}

const container = (fields: Fields = {}): Fields => ({ name: 'c', image: 'nginx', ...fields });
const pulled = (fields: Fields = {}): Fields => container({ imagePullPolicy: 'Always', ...fields });
const toleration = { key: 'a', operator: 'Equal', value: 'b', effect: 'NoExecute', tolerationSeconds: 10 };

testChanges([
  ['no change', {}, {}],
  ['another image', {}, { containers: [container({ image: 'other' })] }],
  ['no image', { containers: [pulled()] }, { containers: [pulled({ image: '' })] }, 'Required containers[0].image'],
  [
    'no image, of which another pull policy follows',
    {},
    { containers: [container({ image: '' })] },
    'Required containers[0].image',
    'Forbidden',
  ],
  [
    'another image of an init container',
    { initContainers: [pulled({ name: 'i' })] },
    { initContainers: [pulled({ name: 'i', image: 'other ' })] },
    'Invalid initContainers[0].image',
  ],
  ['one container more', {}, { containers: [container(), container({ name: 'd' })] }, 'Forbidden containers'],
  [
    'one init container more, and something else',
    {},
    { initContainers: [container({ name: 'i' })], hostNetwork: true },
    'Forbidden initContainers',
  ],
  ['ephemeral containers', {}, { ephemeralContainers: [container({ name: 'e' })] }, 'Forbidden'],
  [
    'another port',
    { containers: [container({ ports: [{ containerPort: 1 }] })] },
    { containers: [container({ ports: [{ containerPort: 2 }] })] },
    'Forbidden',
  ],
  ['other resources', {}, { containers: [container({ resources: { limits: { cpu: '1' } } })] }, 'Forbidden'],
  [
    'the same resources',
    { containers: [container({ resources: { limits: { cpu: '1' } } })] },
    { containers: [container({ resources: { limits: { cpu: '1000m' }, requests: { cpu: '1.0' } } })] },
  ],
  ['another field', {}, { securityContext: { fsGroupChangePolicy: 'Always' } }, 'Forbidden'],
  ['a node', { nodeName: 'a' }, {}, 'Forbidden'],
  ['the default account by name', {}, { serviceAccountName: 'default' }],
  ['another account', {}, { serviceAccountName: 'other' }, 'Forbidden'],
  ['the account by its old name', {}, { serviceAccount: 'default' }],
  ['a first deadline', {}, { activeDeadlineSeconds: 10 }],
  ['a shorter deadline', { activeDeadlineSeconds: 10 }, { activeDeadlineSeconds: 5 }],
  ['a longer deadline', { activeDeadlineSeconds: 5 }, { activeDeadlineSeconds: 10 }, 'Invalid activeDeadlineSeconds'],
  [
    'a longer deadline, and something else',
    { activeDeadlineSeconds: 5 },
    { activeDeadlineSeconds: 10, hostNetwork: true },
    'Invalid activeDeadlineSeconds',
  ],
  [
    'no deadline any more',
    { activeDeadlineSeconds: 5 },
    { hostNetwork: true },
    'Invalid activeDeadlineSeconds',
    'Forbidden',
  ],
  [
    'a deadline of no seconds',
    { activeDeadlineSeconds: 5 },
    { activeDeadlineSeconds: 0 },
    'Invalid activeDeadlineSeconds',
  ],
  [
    'a negative deadline, and something else',
    {},
    { activeDeadlineSeconds: -1, hostNetwork: true },
    'Invalid activeDeadlineSeconds',
  ],
  ['time to end, which was negative', { terminationGracePeriodSeconds: -1 }, { terminationGracePeriodSeconds: 1 }],
  ['other time to end', { terminationGracePeriodSeconds: -1 }, { terminationGracePeriodSeconds: 0 }, 'Forbidden'],
  [
    'one more toleration',
    { tolerations: [toleration] },
    { tolerations: [{ key: 'x', operator: 'Exists' }, toleration] },
  ],
  [
    'one more toleration, which is wrong',
    { tolerations: [toleration] },
    { tolerations: [toleration, { key: 'x', operator: 'Exists', effect: 'Bad' }] },
    'NotSupported tolerations[1].effect',
  ],
  ['other seconds', { tolerations: [toleration] }, { tolerations: [{ ...toleration, tolerationSeconds: 20 }] }],
  ['no seconds', { tolerations: [toleration] }, { tolerations: [{ ...toleration, tolerationSeconds: undefined }] }],
  [
    'another value',
    { tolerations: [toleration] },
    { tolerations: [{ ...toleration, value: 'c' }] },
    'Forbidden tolerations',
  ],
  ['no toleration any more', { tolerations: [toleration] }, {}, 'Forbidden tolerations'],
]);

const gated = { schedulingGates: [{ name: 'a' }, { name: 'b' }] };
testChanges([
  ['a gate less', gated, { schedulingGates: [{ name: 'b' }] }],
  ['no gates any more', gated, {}],
  ['a first gate', {}, { schedulingGates: [{ name: 'a' }] }, 'Forbidden schedulingGates[0].name'],
  ['another gate', gated, { schedulingGates: [{ name: 'b' }, { name: 'c' }] }, 'Forbidden schedulingGates[1].name'],
  ['a narrower choice of nodes', { ...gated, nodeSelector: { a: 'b' } }, { nodeSelector: { a: 'b', c: 'd' } }],
  ['a wider choice of nodes', { ...gated, nodeSelector: { a: 'b' } }, gated, 'Invalid nodeSelector'],
  [
    'another choice of nodes',
    { ...gated, nodeSelector: { a: 'b' } },
    { ...gated, nodeSelector: { a: 'c' } },
    'Invalid nodeSelector',
  ],
  ['a narrower choice without gates', { nodeSelector: { a: 'b' } }, { nodeSelector: { a: 'b', c: 'd' } }, 'Forbidden'],
]);

const expression = (key: string): Fields => ({ key, operator: 'Exists' });
const term = (...keys: string[]): Fields => ({ matchExpressions: keys.map(expression) });
const nodeAffinity = (...nodeSelectorTerms: Fields[]): Fields => ({
  nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
});
const preferring = (weight: number): Fields => ({
  nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight, preference: {} }] },
});
const near = {
  podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a', labelSelector: {} }] },
};
const terms = 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
const withGates = (affinity?: Fields): Fields => ({ ...gated, affinity });

testChanges([
  ['a first affinity', withGates(), withGates(nodeAffinity(term('a')))],
  ['a first affinity without gates', {}, { affinity: nodeAffinity(term('a')) }, 'Forbidden'],
  ['a first affinity to pods', withGates(), withGates(near), 'Forbidden'],
  ['an affinity to nodes beside one to pods', withGates(near), withGates({ ...near, ...nodeAffinity(term('a')) })],
  ['an affinity to nodes instead of one to pods', withGates(near), withGates(nodeAffinity(term('a'))), 'Forbidden'],
  ['an expression more', withGates(nodeAffinity(term('a'))), withGates(nodeAffinity(term('a', 'b')))],
  [
    'an expression in front',
    withGates(nodeAffinity(term('a'))),
    withGates(nodeAffinity(term('b', 'a'))),
    `Invalid ${terms}[0]`,
  ],
  [
    'an expression less',
    withGates(nodeAffinity(term('a', 'b'))),
    withGates(nodeAffinity(term('a'))),
    `Invalid ${terms}[0]`,
  ],
  [
    'a field less',
    withGates(nodeAffinity({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] })),
    withGates(nodeAffinity({})),
    `Invalid ${terms}[0]`,
  ],
  [
    'a term more',
    withGates(nodeAffinity(term('a'))),
    withGates(nodeAffinity(term('a'), term('b'))),
    `Invalid ${terms}`,
  ],
  [
    'a term that selected nothing',
    withGates(nodeAffinity({})),
    withGates(nodeAffinity(term('a'))),
    `Invalid ${terms}[0]`,
  ],
  ['no affinity any more', withGates(nodeAffinity(term('a'))), withGates(), `Invalid ${terms}`],
  ['other preferences', withGates(preferring(1)), withGates(preferring(2))],
  ['no preferences any more', withGates(preferring(1)), withGates()],
  ['no preferences and no affinity to pods', withGates({ ...preferring(1), ...near }), withGates(), 'Forbidden'],
]);

test('annotations that the kubelet has read cannot change', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/c';
  const error = [`FieldValueForbidden metadata.annotations[${key}]`];
  const side = (annotations?: Fields): Side => [
    { securityContext: { appArmorProfile: { type: 'Unconfined' } } },
    { annotations },
  ];
  assert.deepEqual(errorsOf(side({ [key]: 'unconfined' }), side({ [key]: 'unconfined', other: 'a' })), []);
  assert.deepEqual(errorsOf(side({ [key]: 'unconfined' }), side()), error);
  assert.deepEqual(errorsOf(side(), side({ [key]: 'unconfined' })), error);
  assert.deepEqual(errorsOf(side({ [key]: 'unconfined' }), side({ [key]: '' })), error);
  const mirror = (value: string): Side => [
    { nodeName: 'n', serviceAccountName: 'a' },
    { annotations: { 'kubernetes.io/config.mirror': value } },
  ];
  assert.deepEqual(errorsOf(mirror('a'), mirror('b')), [
    'FieldValueForbidden metadata.annotations[kubernetes.io/config.mirror]',
  ]);
});

test('the narrowest field that changed is pointed at', () => {
  const [error] = update([{}], [{ containers: [container({ env: [{ name: 'A' }] })] }]);
  assert.equal(`${String(error?.field)} ${String(error?.at)}`, 'spec spec.containers[0].env');
});

test('another quality of service was an error of its own before 1.32', () => {
  const changed: Side = [{ containers: [container({ resources: { limits: { cpu: '1' } } })] }];
  assert.deepEqual(errorsOf([{}], changed, 30), ['FieldValueForbidden spec', 'FieldValueInvalid metadata']);
  assert.deepEqual(errorsOf([{}], changed, 32), ['FieldValueForbidden spec']);
});

/** Specs that break a rule which was not there when they were stored, so that their successors may break it too. */
const oldMistakes: Readonly<Record<string, Fields>> = {
  'a node label value': {
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] }],
        },
      },
    },
  },
  'a label value in pod affinity': {
    affinity: {
      podAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { topologyKey: 'a', labelSelector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] } },
        ],
      },
    },
  },
  'the selector of a spread constraint': {
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'a',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: { matchLabels: { 'a b': '' } },
      },
    ],
  },
  'a key selected twice': {
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'a',
        whenUnsatisfiable: 'DoNotSchedule',
        matchLabelKeys: ['a'],
        labelSelector: { matchExpressions: [{ key: 'b', operator: 'Exists' }], matchLabels: { 'c d': '' } },
      },
    ],
  },
  'part of a huge page': {
    containers: [
      container({
        resources: { limits: { cpu: '1', 'hugepages-2Mi': '1Mi' }, requests: { cpu: '1', 'hugepages-2Mi': '1Mi' } },
      }),
    ],
  },
  'a sysctl of the node': { hostNetwork: true, securityContext: { sysctls: [{ name: 'net.a' }] } },
  'a device in a user namespace': {
    hostUsers: false,
    containers: [container({ volumeDevices: [{ name: 'v', devicePath: '/a' }] })],
    volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'a' } }],
  },
  'the network of the node in a user namespace': { hostUsers: false, hostNetwork: true },
  'a comparing toleration': { tolerations: [{ key: 'a', operator: 'Gt', value: '1' }] },
  'another way to label': { securityContext: { seLinuxChangePolicy: 'MountOption' } },
};

for (const [what, spec] of Object.entries(oldMistakes)) {
  test(`a stored Pod keeps ${what}`, () => {
    assert.deepEqual(errorsOf([spec], [spec]), []);
    assert.notDeepEqual(errorsOf([{ hostAliases: [] }], [spec]), []);
  });
}

test('a stored cost that is no number stays', () => {
  const side: Side = [{}, { annotations: { 'controller.kubernetes.io/pod-deletion-cost': 'x' } }];
  assert.deepEqual(errorsOf(side, side), []);
  assert.deepEqual(errorsOf([{}], side), [
    'FieldValueInvalid metadata.annotations[controller.kubernetes.io/pod-deletion-cost]',
  ]);
});
