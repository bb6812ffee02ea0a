import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { Report } from 'podlint';
import { reporters } from '@podlint/reporters';
import { nastyTexts, pod, reporterOptions, reportOn } from './report-kit.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const write = await reporters.junit();

/** The tree of an XML text. Throws where it is not well-formed, or has characters that XML 1.0 does not allow. */
function parse(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => assert.fail(error));
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return top.children[0]!;
}

function suitesOf(report: Report): Element[] {
  const root = parse(write(report, reporterOptions()));
  assert.equal(root.name, 'testsuites');
  for (const suite of root.children) assert.equal(Number(suite.attributes.tests), suite.children.length);
  return root.children;
}

/** `name: passed | skipped REASON | failed CODE...` of each case. */
function outcomes(suite: Element): string[] {
  return suite.children.map(({ attributes, children }) => {
    const skipped = children.find(({ name }) => name === 'skipped');
    const failures = children.filter(({ name }) => name === 'failure').map((failure) => failure.attributes.type);
    return `${attributes.name}: ${skipped ? `skipped ${skipped.attributes.message}` : failures.length > 0 ? `failed ${failures.join(' ')}` : 'passed'}`;
  });
}

test('the parser of this test sees what is wrong', () => {
  for (const xml of ['<a', '<a>&x;</a>', '<a b="<"/>', '<a>\u0007</a>', '<a>&#7;</a>'])
    assert.throws(() => parse(xml), xml);
});

test('a file is a suite, and an object a case', () => {
  const texts = {
    'a.yaml': `${pod('fine', '')}---\n${pod('fine', '')}---\napiVersion: example.com/v1\nkind: Widget\nmetadata: {name: s, namespace: shop}\n`,
    'b.yaml': pod('bad', '      imagePulPolicy: Always\n      ports: [{containerPort: x}]\n'),
    'empty.yaml': '',
    'list.yaml': 'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Pod, metadata: {name: x}}\n',
  };
  const suites = suitesOf(reportOn(texts, { preset: 'none' }));
  assert.deepEqual(
    suites.map((suite) => [suite.attributes.name, ...outcomes(suite)]),
    [
      ['a.yaml', 'Pod fine: passed', 'Pod fine (2): passed', 'Widget s in shop: skipped kind without a definition'],
      ['b.yaml', 'Pod bad: failed schema/unknown-field schema/wrong-type'],
      ['empty.yaml', 'file: skipped empty file'],
      ['list.yaml', 'Pod x: failed api/required'],
    ],
  );
  const { tests, failures, errors, skipped } = parse(
    write(reportOn(texts, { preset: 'none' }), reporterOptions()),
  ).attributes;
  assert.deepEqual({ tests, failures, errors, skipped }, { tests: '6', failures: '2', errors: '0', skipped: '2' });
});

test('a case of several failures tells them all in its output', () => {
  const [suite] = suitesOf(
    reportOn(
      { 'b.yaml': pod('bad', '      imagePulPolicy: Always\n      ports: [{containerPort: x}]\n') },
      { preset: 'none' },
    ),
  );
  const [first, second, output] = suite!.children[0]!.children;
  assert.equal(output!.name, 'system-out');
  assert.equal(output!.text, `${first!.text}\n\n${second!.text}`);
  assert.match(first!.text, /^b\.yaml:8:7 error schema\/unknown-field\n/);
});

test('whatever stands in names and paths, it is XML', () => {
  const text = fc.oneof(fc.constantFrom(...nastyTexts), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(text, text, (name, file) => {
      const xml = write(reportOn({ [`${file}.yaml`]: pod(name, '      imagePulPolicy: Always\n') }), reporterOptions());
      assert.equal(parse(xml).children.length, 1);
    }),
    { numRuns: 200, seed: 1 },
  );
});
