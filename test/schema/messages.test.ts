/** Which message a problem has, and what it tells of the case. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeObject, identityProblems } from '@podlint/schema';
import { containerWith, decodeText, deploymentWith, documentOf, onlyProblem, podWith, said, type Said } from './kit.js';

const types: Readonly<Record<string, readonly [text: string, data: Said[1]]>> = {
  'a mapping for a list': [
    podWith('volumes: {name: a}'),
    {
      field: 'volumes',
      wanted: ['type/mappings', {}],
      given: ['value/mapping', {}],
      reason: ['wrong-type/dash-missing', { name: 'name' }],
    },
  ],
  'a string for a list of strings': [
    containerWith('args: run'),
    {
      field: 'args',
      wanted: ['type/list', { items: ['types/string', {}] }],
      given: ['value/string', { value: 'run' }],
    },
  ],
  'a list for a map of quantities': [
    podWith('overhead: [1]'),
    { field: 'overhead', wanted: ['type/map', { values: ['types/quantity', {}] }], given: ['value/list', {}] },
  ],
  'a long text for a mapping': [
    podWith(`securityContext: ${'long '.repeat(9)}`),
    { field: 'securityContext', wanted: ['type/fields', {}], given: ['value/text', {}] },
  ],
  'a number for a string': [
    containerWith('env: [{name: A, value: 80}]'),
    {
      field: 'value',
      wanted: ['type/string', {}],
      given: ['value/number', { value: 80 }],
      reason: ['wrong-type/needs-quotes', {}],
    },
  ],
  'a boolean in quotes': [
    podWith('hostNetwork: "true"'),
    {
      field: 'hostNetwork',
      wanted: ['type/boolean', {}],
      given: ['value/string', { value: 'true' }],
      reason: ['wrong-type/has-quotes', {}],
    },
  ],
  'a word that YAML takes for a boolean': [
    podWith('nodeName: yes'),
    {
      field: 'nodeName',
      wanted: ['type/string', {}],
      given: ['value/boolean', { value: 'true' }],
      reason: ['wrong-type/unquoted', { text: 'yes', given: ['value/boolean', { value: 'true' }] }],
    },
  ],
  'base64 without its padding': [
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\ndata:\n  key: Y29ycmVjdC1ob3JzZQ\n',
    {
      field: 'key',
      wanted: ['type/bytes', {}],
      given: ['value/text', {}],
      advice: ['bytes/repair', {}],
    },
  ],
};

describe('a value of a wrong type', () => {
  for (const [name, [text, data]] of Object.entries(types))
    test(name, () => assert.deepEqual(said(onlyProblem(text).message), ['wrong-type/unreadable', data]));
});

const container: Said = ['level/at', { level: ['level/container', {}], path: 'spec.containers[0]' }];
const podSpec: Said = ['level/at', { level: ['level/pod-spec', {}], path: 'spec' }];
/** Where a finding is, its own path says. */
const here = { container: ['level/container', {}], podSpec: ['level/pod-spec', {}] } satisfies Record<string, Said>;

const misplaced: Readonly<Record<string, readonly [text: string, expected: Said, minor?: number]>> = {
  'one place': [
    containerWith('hostNetwork: true'),
    ['misplaced-field/move', { name: 'hostNetwork', here: here.container, there: podSpec }],
  ],
  'a place that has it already': [
    podWith('image: other'),
    ['misplaced-field/merge', { name: 'image', here: here.podSpec, there: container, known: 'image' }],
  ],
  'several places': [
    deploymentWith('annotations: {a: b}').replace('    spec:\n', '    metadata: {name: a}\n    spec:\n'),
    [
      'misplaced-field/move',
      {
        name: 'annotations',
        here: ['level/spec', { kind: 'Deployment' }],
        there: [
          'misplaced-field/or-of',
          { level: ['level/path', { path: 'metadata' }], other: ['level/path', { path: 'spec.template.metadata' }] },
        ],
      },
    ],
  ],
  'a place, or a slip': [
    containerWith('ports: [{containerPort: 80}]') + '  hostIP: 10.0.0.1\n',
    [
      'misplaced-field/move',
      {
        name: 'hostIP',
        here: here.podSpec,
        there: ['level/path', { path: 'spec.containers[0].ports[0]' }],
        slip: ['misplaced-field/did-you-mean', { names: ['names/one', { name: 'hostIPC' }] }],
      },
    ],
  ],
  'a place that later versions have here too': [
    podWith('resources: {limits: {cpu: 1}}'),
    [
      'misplaced-field/move',
      {
        name: 'resources',
        here: here.podSpec,
        there: container,
        version: ['misplaced-field/here-later', { since: 32 }],
      },
    ],
    31,
  ],
};

describe('a misplaced field', () => {
  for (const [name, [text, expected, minor]] of Object.entries(misplaced))
    test(name, () => assert.deepEqual(said(onlyProblem(text, minor).message), expected));
});

test('an unknown field of a struct that has no name of its own is said to be of the field, or of the item, that it is in', () => {
  const ingress = (rule: string): string =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {rules: [{}, ${rule}]}\n`;
  for (const [rule, level] of [
    ['{hots: a.example}', 'rules[1]'],
    ['{http: {path: []}}', 'http'],
  ] as const) {
    const [, data] = said(onlyProblem(ingress(rule)).message);
    assert.deepEqual((data as { level: unknown }).level, ['level/path', { path: level }]);
  }
});

test('a key that is set twice, and its first place', () => {
  const { message, related } = onlyProblem(podWith('hostNetwork: true\nhostNetwork: false'));
  assert.deepEqual(
    [message, ...related.map((place) => place.message)].map(said),
    ['twice', 'first'].map((key) => [`duplicate-key/${key}`, { key: 'hostNetwork' }]),
  );
});

for (const [name, merging, ids] of [
  ['written over what a merge key brings', '<<: *base\ntty: false', ['override', 'brought']],
  ['brought by a merge key over what is written', 'tty: false\n<<: *base', ['overridden', 'brought']],
  ['brought by two mappings', '<<: [*base, *base]', ['merges', 'brought']],
] as const)
  test(`a key ${name}`, () => {
    const items = `initContainers:\n- &base\n  tty: true\n- ${merging.replaceAll('\n', '\n  ')}`;
    const { message, related, range, fixes } = onlyProblem(podWith(items));
    assert.deepEqual(
      [message, ...related.map((place) => place.message)].map(said),
      ids.map((id) => [`duplicate-key/${id}`, { key: 'tty' }]),
    );
    const text = podWith(items);
    const isWritten = merging.includes('tty');
    assert.equal(range.start, isWritten ? text.lastIndexOf('tty') : text.indexOf('tty'));
    assert.deepEqual(fixes, []);
  });

test('what a merge brings again is one mistake, whatever the number of keys and of mappings', () => {
  const text = podWith(
    'initContainers:\n- &base {name: a, image: v, tty: true}\n- {<<: *base, name: b, image: w}\n- {<<: *base, name: c}\n- {tty: false, <<: *base}\n- {<<: [*base, {stdin: true}], stdin: false}',
  );
  const found = decodeText(text).problems;
  const names = ['names/and', { names: ['names/one', { name: 'name' }], last: 'image' }];
  assert.deepEqual(
    found.map(({ message, path, also }) => [
      ...said(message),
      path.toStrictString(),
      also?.map((one) => one.toStrictString()),
    ]),
    [
      [
        'duplicate-key/override-several',
        { keys: names },
        'spec.initContainers[1].name',
        ['spec.initContainers[1].image', 'spec.initContainers[2].name'],
      ],
      ['duplicate-key/overridden', { key: 'tty' }, 'spec.initContainers[3].tty', []],
      ['duplicate-key/override', { key: 'stdin' }, 'spec.initContainers[4].stdin', []],
    ],
  );
  const [first] = found;
  assert.deepEqual(
    first?.related.map(({ range }) => range.start),
    [text.lastIndexOf('name: a'), text.indexOf('name: c')],
  );
});

test('an annotation that stands for a number', () => {
  const key = 'deprecated.daemonset.template.generation';
  const text = `apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: a\n  annotations:\n    ${key}: three\n`;
  assert.deepEqual(said(onlyProblem(text).message), ['annotation/not-int64', { key, value: 'three' }]);
});

const identities: Readonly<Record<string, readonly Said[]>> = {
  'kind: Pod': [['identity/no-api-version-of-kind', { known: 'v1' }]],
  'metadata: {name: a}\nspec: {}': [
    ['identity/no-api-version', {}],
    ['identity/no-kind', { example: 'Pod' }],
  ],
  'apiVersion: 1\nkind: Pod': [
    ['identity/not-a-string', { field: 'apiVersion', given: ['value/number', { value: 1 }] }],
  ],
  'apiVersion: a/b/v1\nkind: Pod': [['identity/not-a-version', { apiVersion: 'a/b/v1' }]],
  'apiVersion: v1\nkind: pod': [['identity/unknown-kind', { apiVersion: 'v1', kind: 'pod', known: 'Pod' }]],
  'apiVersion: v1\nkind: Deployment': [
    ['identity/never-served', { apiVersion: 'v1', kind: 'Deployment', known: 'apps/v1' }],
  ],
  'apiVersion: batch/v1beta1\nkind: CronJob': [
    ['identity/no-longer-served', { apiVersion: 'batch/v1beta1', kind: 'CronJob', known: 'batch/v1' }],
  ],
};

describe('an object that calls itself', () => {
  for (const [text, expected] of Object.entries(identities)) {
    test(text.replaceAll('\n', ', '), () => {
      const document = documentOf(text);
      const json = document.toJSON();
      const problems = identityProblems({ document, start: document.root!, json }, describeObject(json));
      assert.deepEqual(
        problems.map(({ message }) => said(message)),
        expected,
      );
    });
  }
});
