import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeObject, identityProblems, type SchemaProblem } from '@podlint/schema';
import { applyEdits } from '@podlint/syntax';
import { containerWith, decodeText, documentOf, onlyProblem, podWith } from './kit.js';

/** Text with one mistake, and what its only safe fix makes of it. */
const safe: [name: string, text: string, fixed: string][] = [
  ['a slip in a name', containerWith('imagePullPolice: Always'), containerWith('imagePullPolicy: Always')],
  ['a wrong case', containerWith('"Command": [a]  # why'), containerWith('"command": [a]  # why')],
  ['a wrong case at the top', 'apiVersion: v1\nKind: Pod\n', 'apiVersion: v1\nkind: Pod\n'],
  [
    'a boolean in env',
    containerWith('env:\n- name: A\n  value: yes # really'),
    containerWith('env:\n- name: A\n  value: "yes" # really'),
  ],
  ['a number in env', containerWith('env: [{name: A, value: 8080}]'), containerWith('env: [{name: A, value: "8080"}]')],
  [
    'an octal number in a label',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    a: 0644\n',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    a: "0644"\n',
  ],
  [
    'an exponent in an annotation',
    'apiVersion: v1\nkind: Pod\nmetadata: {annotations: {a: 1e3}}\n',
    'apiVersion: v1\nkind: Pod\nmetadata: {annotations: {a: "1e3"}}\n',
  ],
  ['a number in a command', containerWith('command: [sleep, 5]'), containerWith('command: [sleep, "5"]')],
  ['a quoted number', containerWith("ports:\n- containerPort: '80'"), containerWith('ports:\n- containerPort: 80')],
  [
    'a quoted file mode',
    podWith('volumes: [{name: a, secret: {secretName: b, defaultMode: "0400"}}]'),
    podWith('volumes: [{name: a, secret: {secretName: b, defaultMode: 0400}}]'),
  ],
  ['a quoted boolean', podWith('hostNetwork: "true"'), podWith('hostNetwork: true')],
  ['a word for a boolean', podWith('hostNetwork: "Off"'), podWith('hostNetwork: false')],
  [
    'a unit of another world',
    containerWith('resources: {limits: {memory: 500 MB}}'),
    containerWith('resources: {limits: {memory: 500M}}'),
  ],
  [
    'a unit of two worlds',
    containerWith('resources: {limits: {memory: 250MBi}}'),
    containerWith('resources: {limits: {memory: 250Mi}}'),
  ],
  [
    'a unit in words',
    containerWith('resources: {limits: {cpu: 2 cores}}'),
    containerWith('resources: {limits: {cpu: "2"}}'),
  ],
  [
    'names in a list of structs',
    podWith('imagePullSecrets: [registry]'),
    podWith('imagePullSecrets: [{name: registry}]'),
  ],
  [
    'names in a list of structs, each on its line',
    podWith('imagePullSecrets:\n- registry # why'),
    podWith('imagePullSecrets:\n- name: registry # why'),
  ],
  [
    'a unit in the wrong case',
    containerWith('resources: {limits: {memory: "1gi"}}'),
    containerWith('resources: {limits: {memory: "1Gi"}}'),
  ],
];

describe('a safe fix', () => {
  for (const [name, text, fixed] of safe) {
    test(`mends ${name}`, () => {
      const fixes = onlyProblem(text).fixes;
      assert.deepEqual(
        fixes.map(({ safety }) => safety),
        ['safe'],
      );
      assert.equal(applyEdits(text, fixes[0]!.edits), fixed);
      assert.deepEqual(decodeText(fixed).problems, []);
    });
  }
});

describe('no safe fix', () => {
  const cases: [name: string, text: string][] = [
    ['for a name that nothing is like', podWith('foo: 1')],
    ['for a slip whose right name is there already', containerWith('Image: a')],
    ['for a name with two neighbours', containerWith('std: true')],
    ['for a number that is none', containerWith('ports: [{containerPort: http}]')],
    ['for a number too large', containerWith('ports: [{containerPort: "2147483648"}]')],
    ['for a quoted number with leading zeros', podWith('priority: "010"')],
    ['for a fraction', podWith('priority: 1.5')],
    ['for a list in the place of an object', podWith('securityContext: []')],
    ['for a duplicate', containerWith('image: a')],
    ['for a unit that says nothing', containerWith('resources: {limits: {memory: 5 pages}}')],
  ];
  for (const [name, text] of cases)
    test(name, () => assert.ok(onlyProblem(text).fixes.every(({ safety }) => safety === 'unsafe')));
});

describe('an unsafe fix', () => {
  test('removes the first of two', () => {
    const text = containerWith('image: a');
    assert.equal(applyEdits(text, onlyProblem(text).fixes[0]!.edits), text.replace('    image: nginx\n', ''));
  });
  test('makes a list of one', () => {
    const text = containerWith('command: sleep');
    assert.equal(applyEdits(text, onlyProblem(text).fixes[0]!.edits), containerWith('command: [sleep]'));
  });
});

describe('apiVersion and kind', () => {
  const problemsOf = (text: string): SchemaProblem[] => {
    const document = documentOf(text);
    const json = document.toJSON();
    return identityProblems({ document, start: document.root!, json }, describeObject(json));
  };
  const cases: [name: string, text: string, fixed: string, safety: string][] = [
    ['a missing apiVersion', '# a pod\nkind: Pod\n', '# a pod\napiVersion: v1\nkind: Pod\n', 'safe'],
    ['a missing apiVersion in braces', '{kind: Job, spec: {}}', '{apiVersion: batch/v1, kind: Job, spec: {}}', 'safe'],
    [
      'a missing apiVersion with CRLF',
      'kind: Pod\r\nspec: {}\r\n',
      'apiVersion: v1\r\nkind: Pod\r\nspec: {}\r\n',
      'safe',
    ],
    ['a wrong apiVersion', 'apiVersion: v1\nkind: Deployment\n', 'apiVersion: apps/v1\nkind: Deployment\n', 'safe'],
    [
      'an apiVersion of old',
      'apiVersion: extensions/v1beta1\nkind: DaemonSet\n',
      'apiVersion: apps/v1\nkind: DaemonSet\n',
      'unsafe',
    ],
    ['a kind in the wrong case', 'apiVersion: v1\nkind: "pod"\n', 'apiVersion: v1\nkind: "Pod"\n', 'safe'],
  ];
  for (const [name, text, fixed, safety] of cases) {
    test(name, () => {
      const [fix] = problemsOf(text).flatMap(({ fixes }) => fixes);
      assert.equal(fix?.safety, safety);
      assert.equal(applyEdits(text, fix.edits), fixed);
    });
  }
});

describe('a name in place', () => {
  const valueFrom = (name: string): string => containerWith(`env: [{name: A, valueFrom: {${name}: {key: a}}}]`);
  const names: readonly (readonly [text: string, meant: string])[] = [
    [valueFrom('configMap'), 'configMapKeyRef'],
    [valueFrom('secret'), 'secretKeyRef'],
    [containerWith('envFrom: [{configMap: {name: a}}]'), 'configMapRef'],
    [containerWith('envFrom: [{secret: {name: a}}]'), 'secretRef'],
    [containerWith('env: [{name: A, valueFrom: {configMapKeyRef: {configMapName: a, key: b}}}]'), 'name'],
  ];
  for (const [text, meant] of names)
    test(`${meant} beats the same name far away`, () => {
      const { code, fixes } = onlyProblem(text);
      assert.equal(code, 'schema/unknown-field');
      assert.deepEqual(
        fixes.map(({ title }) => title),
        [`Rename to "${meant}"`],
      );
    });
});

test('amounts without a word on whether they are requested go to requests or limits', () => {
  for (const name of ['memory', 'cpu', 'example.com/gpu']) {
    const text = containerWith(`resources: {limits: {memory: 1Gi}, ${name}: 1}`);
    const fixes = onlyProblem(text).fixes.map(({ edits, safety }) => ({ text: applyEdits(text, edits), safety }));
    assert.deepEqual(
      fixes.map(({ safety }) => safety),
      name === 'memory' ? ['unsafe'] : ['unsafe', 'unsafe'],
    );
    for (const fixed of fixes) assert.deepEqual(decodeText(fixed.text).problems, []);
  }
});

test('the example of a kind is what the fields tell', () => {
  const exampleOf = (rest: string): unknown => {
    const document = documentOf(`apiVersion: v1\nmetadata: {name: a}\n${rest}\n`);
    const json = document.toJSON();
    const [problem] = identityProblems({ document, start: document.root!, json }, describeObject(json));
    return problem?.message.data['example'];
  };
  assert.equal(exampleOf('data: {a: b}'), 'ConfigMap');
  assert.equal(exampleOf('stringData: {a: b}'), 'Secret');
  assert.equal(exampleOf('spec: {template: {}}'), 'Deployment');
  assert.equal(exampleOf('spec: {ports: []}'), 'Service');
  assert.equal(exampleOf('spec: {containers: []}'), 'Pod');
});

test('a spec and nothing else is a fragment of some other file', () => {
  const json = { spec: { containers: [{ name: 'a', image: 'a:1' }] } };
  assert.equal(describeObject(json).status, 'fragment');
  assert.equal(describeObject({ ...json, metadata: {} }).status, 'undecodable');
});
