import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyEdits,
  insertField,
  insertItem,
  moveEntry,
  parseText,
  quoteScalar,
  removeEntry,
  removeEntryAndEmptyParents,
  renameKey,
  replaceScalar,
  scalarToText,
  type NodeId,
  type TextEdit,
  type YamlDocument,
} from '@podlint/syntax';

/** The way to a node from the root of its document down. */
type Keys = readonly (string | number)[];

/** The text after edits to what stands at a path. */
function edited(
  text: string,
  path: Keys,
  edit: (document: YamlDocument, node: NodeId) => TextEdit[] | undefined,
): string | undefined {
  const [document] = parseText(text).documents;
  const node = document?.at(path);
  assert.ok(document && node !== undefined, path.join('.'));
  const edits = edit(document, node);
  return edits && applyEdits(text, edits);
}

const container = `spec:
  # the one that matters
  containers:
    - name: web # first
      image: nginx
      # how it listens
      ports:
        - containerPort: 80 # plain
        - {containerPort: 443, name: tls}
      env: []
  restartPolicy: Always
`;

test('edits go in where they belong, and not over each other', () => {
  const edits = [
    { range: { start: 4, end: 5 }, text: 'X' },
    { range: { start: 0, end: 1 }, text: '' },
    { range: { start: 5, end: 5 }, text: '!' },
  ];
  assert.equal(applyEdits('abcdef', edits), 'bcdX!f');
  assert.throws(
    () =>
      applyEdits('abc', [
        { range: { start: 0, end: 2 }, text: '' },
        { range: { start: 1, end: 3 }, text: '' },
      ]),
    RangeError,
  );
  assert.throws(() => applyEdits('abc', [{ range: { start: 2, end: 4 }, text: '' }]), RangeError);
});

test('strings are quoted where the server would take them for something else', () => {
  for (const text of ['web', 'nginx:1.27', '/etc/app.conf', 'app.kubernetes.io/name', '100m', 'two words', '1.2.3.4'])
    assert.equal(scalarToText(text), text);
  for (const text of [
    'yes',
    '0644',
    '1e3',
    '',
    '~',
    ' x',
    'a: b',
    'a #b',
    '- a',
    '*a',
    '@a',
    "it's",
    '{a}',
    'a,b',
    'x:',
    '<<',
  ])
    assert.equal(scalarToText(text), JSON.stringify(text));
  assert.equal(quoteScalar("it's", 'single-quoted'), "'it''s'");
  assert.equal(quoteScalar('a\nb', 'single-quoted'), '"a\\nb"');
  assert.equal(quoteScalar('\u0007\u2028\\/'), '"\\x07\\u2028\\\\/"');
  assert.equal(scalarToText(443), '443');
  assert.equal(scalarToText(null), 'null');
});

test('a renamed key keeps its quotes', () => {
  assert.equal(
    edited("'a': 1 # c\n", ['a'], (document, node) => renameKey(document, node, 'b')),
    "'b': 1 # c\n",
  );
  assert.equal(
    edited('a: 1\n', ['a'], (document, node) => renameKey(document, node, 'yes')),
    '"yes": 1\n',
  );
  assert.equal(
    edited('- a\n', [0], (document, node) => renameKey(document, node, 'b')),
    undefined,
  );
});

test('a replaced scalar keeps quotes, anchor and comments, and loses its tag', () => {
  const replaced = (text: string, value: string | number): string | undefined =>
    edited(text, ['a'], (document, node) => replaceScalar(document, node, value));
  assert.equal(replaced('a: 1 # c\n', 2), 'a: 2 # c\n');
  assert.equal(replaced("a: 'x'\n", 'y'), "a: 'y'\n");
  assert.equal(replaced('a: x\n', '80'), 'a: "80"\n');
  assert.equal(replaced('a:\nb: 1\n', 2), 'a: 2\nb: 1\n');
  assert.equal(replaced('a: # c\n', 2), 'a: 2 # c\n');
  assert.equal(replaced('a: &x !!str 1\n', 2), 'a: &x 2\n');
  assert.equal(replaced('{a, b}\n', 1), '{a: 1, b}\n');
  assert.equal(replaced('a: | # c\n  x\n  y\nb: 1\n', 'p\nq\n'), 'a: | # c\n  p\n  q\nb: 1\n');
  assert.equal(replaced('a: | # c\n  x\nb: 1\n', 'p'), 'a: p # c\nb: 1\n');
  assert.equal(replaced('b: &x 1\na: *x\n', 2), 'b: &x 1\na: 2\n');
  assert.equal(replaced('a: {}\n', 1), undefined);
});

test('an entry goes with its own comments', () => {
  const without = (...path: Keys): string | undefined => edited(container, path, removeEntry);
  assert.equal(without('spec', 'containers', 0, 'ports'), container.replace(/ {6}# how[^]*?(?= {6}env)/, ''));
  assert.equal(without('spec', 'containers', 0, 'name'), container.replace('name: web # first\n      ', ''));
  assert.equal(
    without('spec', 'containers', 0, 'ports', 0),
    container.replace('        - containerPort: 80 # plain\n', ''),
  );
  assert.equal(without('spec', 'containers', 0, 'ports', 1, 'name'), container.replace(', name: tls', ''));
  assert.equal(
    without('spec', 'containers', 0, 'ports', 1, 'containerPort'),
    container.replace('containerPort: 443, ', ''),
  );
  assert.equal(without('spec', 'containers'), 'spec:\n  restartPolicy: Always\n');
  assert.equal(
    without('spec', 'containers', 0),
    'spec:\n  # the one that matters\n  containers: []\n  restartPolicy: Always\n',
  );
});

test('an entry behind a question mark and a line of signs is left alone, at once', () => {
  assert.equal(edited(`{a: 1, ${'#'.repeat(5000)}\n  ? b : 2}\n`, ['b'], removeEntry), undefined);
});

test('what loses its last entry stays, empty, or goes too', () => {
  const text = 'a:\n  b: # head\n    c: 1\nd: 2\n';
  assert.equal(edited(text, ['a', 'b', 'c'], removeEntry), 'a:\n  b: {} # head\nd: 2\n');
  assert.equal(edited(text, ['a', 'b', 'c'], removeEntryAndEmptyParents), 'd: 2\n');
  assert.equal(edited('a: 1\n', ['a'], removeEntryAndEmptyParents), '{}\n');
  assert.equal(edited('- a: 1\n- b\n', [0, 'a'], removeEntry), '- {}\n- b\n');
  assert.equal(edited('a: [b]\n', ['a', 0], removeEntry), 'a: []\n');
});

test('what an alias elsewhere refers to does not go', () => {
  assert.equal(edited('a: &x {b: 1}\nc: *x\n', ['a'], removeEntry), undefined);
  assert.equal(edited('a: &x {b: 1}\nc: *x\n', ['c'], removeEntry), 'a: &x {b: 1}\n');
});

test('a field goes in at the column of the others', () => {
  const path = ['spec', 'containers', 0];
  assert.equal(
    edited(container, path, (document, node) =>
      insertField(document, node, 'resources', { limits: { cpu: '1', memory: '1Gi' } }),
    ),
    container.replace(
      '      env: []\n',
      '      env: []\n      resources:\n        limits:\n          cpu: "1"\n          memory: 1Gi\n',
    ),
  );
  assert.equal(
    edited(container, path, (document, node) =>
      insertField(document, node, 'command', ['sh', '-c'], { after: document.at([...path, 'image'])! }),
    ),
    container.replace('image: nginx\n', 'image: nginx\n      command:\n        - sh\n        - "-c"\n'),
  );
  assert.equal(
    edited(container, [...path, 'ports', 1], (document, node) => insertField(document, node, 'protocol', 'TCP')),
    container.replace('name: tls', 'name: tls, protocol: TCP'),
  );
  assert.equal(
    edited(container, path, (document, node) => insertField(document, node, 'env', [])),
    undefined,
  );
});

test('an absent value takes a field or an item', () => {
  assert.equal(
    edited('a: # c\nb: 1\n', ['a'], (document, node) => insertField(document, node, 'x', 1)),
    'a: # c\n  x: 1\nb: 1\n',
  );
  assert.equal(
    edited('a: null\n', ['a'], (document, node) => insertItem(document, node, 'x')),
    'a:\n- x\n',
  );
  assert.equal(
    edited('a: {}\n', ['a'], (document, node) => insertField(document, node, 'x', 1)),
    'a: {x: 1}\n',
  );
  assert.equal(
    edited('a: []', ['a'], (document, node) => insertItem(document, node, { x: 1 })),
    'a: [{x: 1}]',
  );
});

test('an item goes in at the end of its list', () => {
  assert.equal(
    edited('a:\n  - x # c\n  # end\nb: 1\n', ['a'], (document, node) => insertItem(document, node, { k: 1, m: [2] })),
    'a:\n  - x # c\n  - k: 1\n    m:\n      - 2\n  # end\nb: 1\n',
  );
  assert.equal(
    edited('- x', [], (document, node) => insertItem(document, node, 'z')),
    '- x\n- z',
  );
});

test('a list goes in as far from its key as the first list of the document', () => {
  const added = (text: string): string | undefined =>
    edited(text, [], (document, node) => insertField(document, node, 'x', { k: ['z'], w: [[1]] }));
  assert.equal(added('a:\n- b\n'), 'a:\n- b\nx:\n  k:\n  - z\n  w:\n  - - 1\n');
  assert.equal(added('a:\n  - b\n'), 'a:\n  - b\nx:\n  k:\n    - z\n  w:\n    - - 1\n');
  assert.equal(
    added('a: {b: [c]}\nd: &d\n    e:\n      - f\n'),
    'a: {b: [c]}\nd: &d\n    e:\n      - f\nx:\n    k:\n      - z\n    w:\n      - - 1\n',
  );
  assert.equal(added('a: 1\n'), 'a: 1\nx:\n  k:\n  - z\n  w:\n  - - 1\n');
  assert.equal(
    edited('a:\n  - b\nc:\n', ['c'], (document, node) => insertItem(document, node, 'x')),
    'a:\n  - b\nc:\n  - x\n',
  );
});

test('where each entry in brackets has a line, a new one has, too', () => {
  const added = (text: string): string | undefined =>
    edited(text, [], (document, node) => insertField(document, node, 'x', 1));
  assert.equal(
    added('{\r\n  "a": 1,\r\n  "b": [\r\n    2\r\n  ]\r\n}\r\n'),
    '{\r\n  "a": 1,\r\n  "b": [\r\n    2\r\n  ],\r\n  "x": 1\r\n}\r\n',
  );
  assert.equal(added('{\n  a: 1 # one\n}\n'), '{\n  a: 1, # one\n  x: 1\n}\n');
  assert.equal(added('{\n  a: 1, # one\n}\n'), '{\n  a: 1,\n  x: 1, # one\n}\n');
  assert.equal(added('{a: 1,\n b: 2}\n'), '{a: 1,\n b: 2,\n x: 1}\n');
});

test('text of several lines becomes a block', () => {
  assert.equal(
    edited('a: 1\n', [], (document, node) => insertField(document, node, 'script', 'set -e\n\nrun\n')),
    'a: 1\nscript: |\n  set -e\n\n  run\n',
  );
});

test('an entry moves as it is written', () => {
  assert.equal(
    edited(container, ['spec', 'containers', 0, 'ports'], (document, node) =>
      moveEntry(document, node, { from: document.root!, keys: ['spec'] }),
    ),
    `spec:
  # the one that matters
  containers:
    - name: web # first
      image: nginx
      env: []
  restartPolicy: Always
  # how it listens
  ports:
    - containerPort: 80 # plain
    - {containerPort: 443, name: tls}
`,
  );
  assert.equal(
    edited('a:\n  b: 1 # c\nd: 2\n', ['a', 'b'], (document, node) =>
      moveEntry(document, node, { from: document.root!, keys: ['e', 'f'] }),
    ),
    'a: {}\nd: 2\ne:\n  f:\n    b: 1 # c\n',
  );
  assert.equal(
    edited('a:\n  b: 1\nd: 2\n', ['a', 'b'], (document, node) =>
      moveEntry(document, node, { from: document.root!, keys: [] }, { emptied: 'removed' }),
    ),
    'd: 2\nb: 1\n',
  );
  assert.equal(
    edited('a: {b: 1, c: 2}\nd:\n  e: 3\n', ['a', 'b'], (document, node) =>
      moveEntry(document, node, { from: document.root!, keys: ['d'] }),
    ),
    'a: {c: 2}\nd:\n  e: 3\n  b: 1\n',
  );
  assert.equal(
    edited('a:\n  b: {x: 1}\nd: {e: 3}\n', ['a', 'b'], (document, node) =>
      moveEntry(document, node, { from: document.root!, keys: ['d'] }),
    ),
    'a: {}\nd: {e: 3, b: {x: 1}}\n',
  );
});

test('an entry stays where it cannot move', () => {
  const cannot = (text: string, from: Keys, to: Keys): void =>
    assert.equal(
      edited(text, from, (document, node) => moveEntry(document, node, { from: document.root!, keys: to })),
      undefined,
      text,
    );
  cannot('a:\n  b: 1\nd:\n  b: 2\n', ['a', 'b'], ['d']);
  cannot('a:\n  b:\n    c: 1\n', ['a'], ['a', 'b']);
  cannot('a:\n  b: 1\nd: [e]\n', ['a', 'b'], ['d']);
  cannot('a:\n  b: 1 # c\n  c: 2\nd: {e: 1}\n', ['a', 'b'], ['d']);
  cannot('- a\n- b: 1\n', [0], [1]);
});

test('line ends stay what they are', () => {
  assert.equal(
    edited('a: 1\r\nb:\r\n  c: 1\r\n', ['b'], (document, node) => insertField(document, node, 'd', { e: 'x\ny\n' })),
    'a: 1\r\nb:\r\n  c: 1\r\n  d:\r\n    e: |\r\n      x\r\n      y\r\n',
  );
  assert.equal(edited('a: 1\r\nb: 2\r\n', ['a'], removeEntry), 'b: 2\r\n');
});
