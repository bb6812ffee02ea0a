import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldErrorsOf } from '../kit/server-errors.js';
import { type Case, type Fields, testSpecs, workload } from './workload-kit.js';

testSpecs('Pod', [
  [{ nodeSelector: { a: 'b', 'c.d/e': '' } }],
  [{ nodeSelector: { 'a/b/c': '', a: 'b c' } }, 'Invalid nodeSelector'],
  [{ schedulingGates: [{ name: 'foo' }, { name: 'a.b/c' }] }],
  [
    { schedulingGates: [{}, { name: 'b,c' }, { name: 'd' }, { name: 'd' }] },
    'Invalid schedulingGates[0]',
    'Invalid schedulingGates[1]',
    'Duplicate schedulingGates[3]',
  ],
  [{ schedulingGates: [{ name: 'a' }], nodeName: 'n' }, 'Forbidden nodeName'],
  [
    { readinessGates: [{ conditionType: 'a.b/c' }, { conditionType: 'invalid/' }, {}] },
    'Invalid readinessGates[1].conditionType',
    'Invalid readinessGates[2].conditionType',
  ],
  [{ schedulingGroup: {} }],
]);

const tolerations = (...list: Fields[]): Fields => ({ tolerations: list });
testSpecs('Pod', [
  [
    tolerations(
      { operator: 'Exists' },
      { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: -2 },
      { key: 'a', value: 'b' },
    ),
  ],
  [tolerations({}), 'Invalid tolerations[0].operator'],
  [tolerations({ operator: 'Equal', value: 'bar' }), 'Invalid tolerations[0].operator'],
  [tolerations({ key: 'nospecialchars^=@' }), 'Invalid tolerations[0].key'],
  [tolerations({ key: 'a', value: 'b c' }), 'Invalid tolerations[0].operator'],
  [tolerations({ key: 'foo', operator: 'Exists', value: 'bar' }), 'Invalid tolerations[0].operator'],
  [
    tolerations({ key: 'foo', operator: 'In' }, { key: 'foo', operator: 'Gt', value: '1' }),
    'NotSupported tolerations[0].operator',
    'NotSupported tolerations[1].operator',
  ],
  [tolerations({ key: 'a', effect: 'NoSchedule', tolerationSeconds: 20 }), 'Invalid tolerations[0].effect'],
  [tolerations({ key: 'a', tolerationSeconds: 20 }), 'Invalid tolerations[0].effect'],
  [tolerations({ key: 'a', effect: 'Evict' }), 'NotSupported tolerations[0].effect'],
]);

const required = (...nodeSelectorTerms: Fields[]): Fields => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const expressions = (...matchExpressions: Fields[]): Fields => required({ matchExpressions });
const fields = (...matchFields: Fields[]): Fields => required({ matchFields });
const terms = 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
const expression = `${terms}[0].matchExpressions[0]`;
const matchField = `${terms}[0].matchFields[0]`;

testSpecs('Pod', [
  [{ affinity: {} }],
  [required({})],
  [required(), `Required ${terms}`],
  [
    expressions(
      { key: 'a', operator: 'In', values: ['b', ''] },
      { key: 'a', operator: 'DoesNotExist' },
      { key: 'a', operator: 'Gt', values: ['1'] },
    ),
  ],
  [expressions({ operator: 'Exists' }), `Invalid ${expression}.key`],
  [expressions({ key: 'a' }), `Invalid ${expression}.operator`],
  [expressions({ key: 'a', operator: 'in' }), `Invalid ${expression}.operator`],
  [expressions({ key: 'a', operator: 'NotIn' }), `Required ${expression}.values`],
  [expressions({ key: 'a', operator: 'Exists', values: ['b'] }), `Forbidden ${expression}.values`],
  [expressions({ key: 'a', operator: 'Lt', values: ['1', '2'] }), `Required ${expression}.values`],
  [expressions({ key: 'a', operator: 'In', values: ['-1', 'b'] }), `Invalid ${expression}.values[0]`],
  [fields({ key: 'metadata.name', operator: 'In', values: ['host.1'] })],
  [fields({ key: 'metadata.name', operator: 'In', values: ['host1', 'host2'] }), `Required ${matchField}.values`],
  [
    fields({ key: 'metadata.name', operator: 'Exists', values: ['-1'] }),
    `Invalid ${matchField}.operator`,
    `Invalid ${matchField}.values[0]`,
  ],
  [fields({ key: 'metadata.namespace', operator: 'NotIn', values: ['-'] }), `Invalid ${matchField}.key`],
]);

testSpecs('Pod', [[expressions({ key: 'a', operator: 'In', values: ['-1'] })]], 32);

const preferred = (weight: unknown, preference: Fields = {}): Fields => ({
  affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight, preference }] } },
});
const preference = 'affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]';
testSpecs('Pod', [
  [preferred(1)],
  [preferred(100, { matchExpressions: [{ key: 'a', operator: 'In', values: ['-1'] }] })],
  [preferred(0), `Invalid ${preference}.weight`],
  [preferred(101), `Invalid ${preference}.weight`],
  [preferred(undefined), `Invalid ${preference}.weight`],
  [
    preferred(1, { matchExpressions: [{ key: '' }] }),
    `Invalid ${preference}.preference.matchExpressions[0].key`,
    `Invalid ${preference}.preference.matchExpressions[0].operator`,
  ],
]);

const near = (term: Fields): Fields => ({ labelSelector: {}, topologyKey: 'zone', ...term });

/** What is wrong with a term, the same wherever the term stands. */
const termCases: readonly Case[] = [
  [{}],
  [{ labelSelector: undefined, topologyKey: undefined }, 'Required topologyKey', 'Invalid topologyKey'],
  [{ topologyKey: 'a b' }, 'Invalid topologyKey'],
  [{ namespaces: ['ns', 'INVALID_NAMESPACE'] }, 'Invalid namespace'],
  [
    { labelSelector: { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] } },
    'Forbidden labelSelector.matchExpressions[0].values',
  ],
  [
    { labelSelector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] } },
    'Invalid labelSelector.matchExpressions[0].values[0]',
  ],
  [{ namespaceSelector: { matchLabels: { 'a/b/c': '' } } }, 'Invalid namespaceSelector.matchLabels'],
  [{ matchLabelKeys: ['/simple'] }, 'Invalid matchLabelKeys[0]'],
  [
    { matchLabelKeys: ['a'], mismatchLabelKeys: ['b', '/simple'], labelSelector: undefined },
    'Forbidden matchLabelKeys',
    'Forbidden mismatchLabelKeys',
  ],
  [{ matchLabelKeys: ['b', 'same'], mismatchLabelKeys: ['same'] }, 'Invalid matchLabelKeys[1]'],
  [
    {
      matchLabelKeys: ['b', 'a'],
      labelSelector: { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] },
    },
    'Invalid [1]',
  ],
  [{ matchLabelKeys: ['app'], labelSelector: { matchLabels: { app: 'a' } } }],
];

for (const field of ['podAffinity', 'podAntiAffinity']) {
  const hard = 'requiredDuringSchedulingIgnoredDuringExecution';
  const soft = 'preferredDuringSchedulingIgnoredDuringExecution';
  const under = (path: string, errors: readonly string[]): string[] =>
    errors.map((error) => error.replace(' ', ` affinity.${field}.${path}.`).replace('.[', '['));
  testSpecs(
    'Pod',
    termCases.map(([term, ...errors]) => [
      { affinity: { [field]: { [hard]: [near(term)] } } },
      ...under(`${hard}[0]`, errors),
    ]),
  );
  testSpecs(
    'Pod',
    termCases.map(([term, ...errors]) => [
      { affinity: { [field]: { [soft]: [{ weight: 1, podAffinityTerm: near(term) }] } } },
      ...under(`${soft}[0].podAffinityTerm`, errors),
    ]),
  );
  testSpecs('Pod', [
    [
      { affinity: { [field]: { [soft]: [{ podAffinityTerm: near({}) }] } } },
      `Invalid affinity.${field}.${soft}[0].weight`,
    ],
  ]);
}

test('a label key is also refused because of what the server adds for it', () => {
  const labels = { app: 'a' };
  const term = near({ matchLabelKeys: ['app'], labelSelector: { matchLabels: labels } });
  const pod = workload(
    'Pod',
    { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } },
    { labels },
  );
  const [error] = fieldErrorsOf(pod);
  assert.equal(String(error?.field), 'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0][0]');
  assert.equal(
    String(error?.at),
    'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys[0]',
  );
  assert.deepEqual(fieldErrorsOf(pod, 30), [], 'the keys are dropped in 1.30');
});

const spread = (...list: Fields[]): Fields => ({
  topologySpreadConstraints: list.map((constraint) => ({
    maxSkew: 1,
    topologyKey: 'zone',
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector: {},
    ...constraint,
  })),
});
const constraint = 'topologySpreadConstraints[0]';
testSpecs('Pod', [
  [
    spread(
      {},
      { whenUnsatisfiable: 'ScheduleAnyway' },
      { topologyKey: 'node', minDomains: 3, nodeAffinityPolicy: 'Honor', nodeTaintsPolicy: 'Ignore' },
    ),
  ],
  [spread({ maxSkew: 0 }), `Invalid ${constraint}.maxSkew`],
  [
    spread({ maxSkew: undefined, topologyKey: '', whenUnsatisfiable: undefined }),
    `Invalid ${constraint}.maxSkew`,
    `Required ${constraint}.topologyKey`,
    `NotSupported ${constraint}.whenUnsatisfiable`,
  ],
  [spread({ whenUnsatisfiable: 'N/A' }), `NotSupported ${constraint}.whenUnsatisfiable`],
  [spread({ topologyKey: 'not a key' })],
  [
    spread({}, {}, {}),
    `Duplicate ${constraint}.{topologyKey, whenUnsatisfiable}`,
    'Duplicate topologySpreadConstraints[1].{topologyKey, whenUnsatisfiable}',
  ],
  [spread({ minDomains: 0 }), `Invalid ${constraint}.minDomains`],
  [spread({ minDomains: 1, whenUnsatisfiable: 'ScheduleAnyway' }), `Invalid ${constraint}.minDomains`],
  [
    spread({ nodeAffinityPolicy: 'test', nodeTaintsPolicy: '' }),
    `NotSupported ${constraint}.nodeAffinityPolicy`,
    `NotSupported ${constraint}.nodeTaintsPolicy`,
  ],
  [
    spread({ labelSelector: { matchLabels: { 'NoUppercaseOrSpecialCharsLike=Equals': 'a' } } }),
    `Invalid ${constraint}.labelSelector.matchLabels`,
  ],
  [spread({ matchLabelKeys: ['/simple'] }), `Invalid ${constraint}.matchLabelKeys[0]`],
  [spread({ matchLabelKeys: ['a'], labelSelector: undefined }), `Forbidden ${constraint}.matchLabelKeys`],
  [spread({ matchLabelKeys: ['a'], labelSelector: { matchLabels: { a: 'b' } } })],
  [
    spread({
      matchLabelKeys: ['a'],
      labelSelector: { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] },
    }),
    `Invalid ${constraint}[0]`,
  ],
]);

testSpecs(
  'Pod',
  [
    [
      spread({ matchLabelKeys: ['b', 'a'], labelSelector: { matchLabels: { a: 'b' } } }),
      `Invalid ${constraint}.matchLabelKeys[1]`,
    ],
    [
      spread({ matchLabelKeys: ['/simple'], labelSelector: undefined }),
      `Forbidden ${constraint}.matchLabelKeys`,
      `Invalid ${constraint}.matchLabelKeys[0]`,
    ],
  ],
  33,
);
