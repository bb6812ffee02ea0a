import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  createLinterWith,
  type LinterOptions,
  type Report,
  type ReportedFile,
  type ReportedPart,
} from '@podlint/engine';
import { testRules } from './kit.js';

const numRuns = Number(process.env['PODLINT_FUZZ_RUNS'] ?? 300);

type Size = NonNullable<Parameters<ReturnType<typeof createLinterWith>['stream']>[1]>;

const documents = [
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  hostNetwork: true\n  containers:\n    - name: app\n      image: ""\n      tty: true\n',
  'apiVersion: v1\nkind: Pod\nmetadata: {name: b}\nspec: {containers: [{name: x, image: bad, tyt: true}]}\n',
  'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: c}\n    data: {a: 1}\n  - kind: Pod\n    apiVersion: v1\n    metadata: {name: d}\n    spec: {containers: []}\n',
  'apiVersion: v1\nkind: List\nitems: []\n',
  'apiVersion: v1\nkind: Service\nmetadata: {name: e}\n',
  'a:\n\tb: 1\n',
  'kind: Pod\napiVersion: v1\nmetadata: {name: f, name: g}\r\nspec:\r\n  containers:\r\n  - {name: x, image: "😀"}\r\n',
  '# nothing\n',
  'x: {{ .Values.x }}\n',
  '# podlint-disable-next-line test/tty\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: h}\n',
  '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "j"}, "spec": {"containers": []}}\n',
  '',
];
const anyText = fc
  .array(fc.tuple(fc.constantFrom(...documents), fc.constantFrom('---\n', '--- # c\n', '---\r\n', '\n---\n', '')), {
    maxLength: 12,
  })
  .map((parts) => parts.flat().join(''));
const anySize: fc.Arbitrary<Size> = fc.record({
  length: fc.integer({ min: 1, max: 400 }),
  documents: fc.integer({ min: 1, max: 4 }),
});
/** Whether a comment that is far from every object is of use is known only where an object is in sight. */
const alone: LinterOptions = { rules: { 'test/twins': 'off', 'suppressions/unused': 'off' } };

function partsOf(text: string, size: Size, options: LinterOptions = alone): ReportedPart[] {
  const stream = createLinterWith(testRules, options).stream('a.yaml', size);
  const half = text.length >> 1;
  return [text.slice(0, half), text.slice(half)].flatMap((piece) => [...stream.write(piece)]).concat([...stream.end()]);
}

function joined(parts: readonly ReportedPart[]): ReportedFile {
  const files = parts.flatMap(({ report }) => report.files);
  return {
    path: files[0]!.path,
    documents: files.flatMap((file) => file.documents),
    diagnostics: files.flatMap((file) => file.diagnostics),
  };
}

function whole(text: string, options: LinterOptions = alone): Report {
  return createLinterWith(testRules, options).lint([{ path: 'a.yaml', text }]);
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** `code line`, from the top of the stream down. */
function found(parts: readonly ReportedPart[]): string[] {
  return joined(parts).diagnostics.map(({ code, range }) => `${code} ${range.start.line}`);
}

describe('a stream', () => {
  test('has the findings of the whole text, whatever its parts', () => {
    fc.assert(
      fc.property(anyText, anySize, (text, size) =>
        assert.deepEqual(plain(joined(partsOf(text, size))), plain(whole(text).files[0])),
      ),
      { numRuns },
    );
  });

  test('comes with the lines of each part and those above it', () => {
    fc.assert(
      fc.property(anyText, anySize, (text, size) => {
        const lines = text.split(/\r\n|\n|\r/);
        for (const { text: part, firstLine } of partsOf(text, size)) {
          const own = part.split(/\r\n|\n|\r/);
          assert.deepEqual(own.slice(0, -1), lines.slice(firstLine - 1, firstLine + own.length - 2));
        }
      }),
      { numRuns },
    );
  });

  test('without any content is one empty document', () => {
    assert.deepEqual(joined(partsOf('# a\n---\n# b\n', { length: 1, documents: 1 })).documents, [
      { index: 0, line: 1, skipped: 'empty document' },
    ]);
  });

  test('lets rules compare what is in one part', () => {
    const pod = (name: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: x, image: app}]}\n---\n`;
    const text = pod('a') + pod('a') + pod('b') + pod('a');
    assert.deepEqual(found(partsOf(text, { length: 9999, documents: 2 }, {})), ['test/twins 3', 'test/twins 8']);
  });
});

/** Three pods with a terminal in parts of their own; `{n}` takes a line before the nth. */
function terminals(...before: readonly string[]): ReportedPart[] {
  const pod = (name: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: x, image: app, tty: true}]}\n`;
  return partsOf(
    ['a', 'b', 'c'].map((name, at) => `${before[at] ?? '#'}\n${pod(name)}`).join('---\n'),
    { length: 1, documents: 1 },
    {},
  );
}

describe('a suppression in a stream', () => {
  test('is not there', () => assert.deepEqual(found(terminals()), ['test/tty 5', 'test/tty 11', 'test/tty 17']));
  test('for the file holds from its part on', () =>
    assert.deepEqual(found(terminals('#', '# podlint-disable-file test/tty')), ['test/tty 5']));
  test('holds until it is ended in a later part', () =>
    assert.deepEqual(found(terminals('# podlint-disable test/tty', '#', '# podlint-enable test/tty')), [
      'test/tty 17',
    ]));
  test('of everything is ended for one code', () =>
    assert.deepEqual(found(terminals('# podlint-disable', '# podlint-enable test/tty')), [
      'test/tty 11',
      'test/tty 17',
    ]));
  test('starts again', () =>
    assert.deepEqual(found(terminals('# podlint-disable', '# podlint-enable', '# podlint-disable test/tty')), [
      'test/tty 11',
    ]));
  test('that ends nothing is of no use', () =>
    assert.deepEqual(found(terminals('#', '# podlint-enable test/tty')), [
      'test/tty 5',
      'suppressions/unused 7',
      'test/tty 11',
      'test/tty 17',
    ]));
  test('for a line that hides nothing is of no use', () =>
    assert.deepEqual(found(terminals('# podlint-disable-next-line test/host')).slice(0, 2), [
      'suppressions/unused 1',
      'test/tty 5',
    ]));
});
