import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter, type Report } from 'podlint';
import {
  type Baseline,
  type BaselineFiles,
  baselineText,
  makeBaseline,
  parseBaseline,
  setAside,
} from '@podlint/engine/baseline';

const linter = createLinter({ preset: 'none', rules: { 'images/latest-tag': 'warn' } });
const none: Baseline = new Map();

function lint(texts: Readonly<Record<string, string>>): Report {
  return linter.lint(Object.entries(texts).map(([path, text]) => ({ path, text })));
}

/** Files of which the report's are all that there are, and some more. */
function filesIn(report: Report, ...more: string[]): BaselineFiles {
  const present = new Set([...report.files.map(({ path }) => path), ...more]);
  return { nameOf: (path) => path, isGone: (name) => !present.has(name) };
}

function baselineOf(texts: Readonly<Record<string, string>>): Baseline {
  const report = lint(texts);
  return makeBaseline(report, none, filesIn(report));
}

/** `path code` of what is new. */
function newIn(texts: Readonly<Record<string, string>>, baseline: Baseline, ...more: string[]): string[] {
  const report = lint(texts);
  return setAside(report, baseline, filesIn(report, ...more)).report.files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ code }) => `${path} ${code}`),
  );
}

const pod = (name: string, ...images: string[]): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {${name === '' ? '' : `name: ${name}`}}\nspec:\n  containers:\n${images.map((image, index) => `    - {name: c${index}, image: "${image}"}\n`).join('')}`;

test('what was found is set aside, and verdicts stay', () => {
  const texts = {
    'a.yaml': pod('a', 'x', 'y:1', 'z'),
    'b.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: b}\nspec: {}\n',
  };
  const { report, stale } = setAside(lint(texts), baselineOf(texts), filesIn(lint(texts)));
  assert.deepEqual(
    report.files.map(({ diagnostics, setAside }) => [diagnostics.length, setAside]),
    [
      [0, 2],
      [0, 1],
    ],
  );
  assert.deepEqual(report.files[1]!.documents, lint(texts).files[1]!.documents);
  assert.deepEqual([report.summary.errors, report.summary.warnings, report.summary.setAside], [0, 0, 3]);
  assert.deepEqual(stale, []);
});

test('a report of which nothing is known is as it was', () => {
  const report = lint({ 'a.yaml': pod('a', 'x') });
  assert.deepEqual(setAside(report, none, filesIn(report)).report, report);
});

describe('new is', () => {
  const baseline = baselineOf({ 'a.yaml': pod('a', 'x', 'y') });

  test('what another container has', () =>
    assert.deepEqual(newIn({ 'a.yaml': pod('a', 'x', 'y', 'z') }, baseline), ['a.yaml images/latest-tag']));

  test('one more of the same', () => {
    const twice = `${pod('a', 'x')}---\n${pod('a', 'x')}`;
    assert.deepEqual(newIn({ 'a.yaml': `${twice}---\n${pod('a', 'x')}` }, baselineOf({ 'a.yaml': twice })), [
      'a.yaml images/latest-tag',
    ]);
  });

  test('what a copy has, as long as the original is there', () => {
    assert.deepEqual(newIn({ 'a.yaml': pod('a', 'x', 'y'), 'copy.yaml': pod('a', 'x') }, baseline), [
      'copy.yaml images/latest-tag',
    ]);
    assert.deepEqual(newIn({ 'copy.yaml': pod('a', 'x') }, baseline, 'a.yaml'), ['copy.yaml images/latest-tag']);
  });

  test('what an object without a name has in another file', () => {
    assert.deepEqual(
      newIn({ 'b.yaml': pod('', 'x') }, baselineOf({ 'a.yaml': pod('', 'x') })).filter((line) =>
        line.endsWith('latest-tag'),
      ),
      ['b.yaml images/latest-tag'],
    );
  });

  test('a mistake of syntax in another file', () => {
    const [found] = newIn({ 'b.yaml': 'a: [' }, baselineOf({ 'a.yaml': 'a: [' }));
    assert.match(found!, /^b\.yaml syntax\//);
  });
});

describe('known is', () => {
  const baseline = baselineOf({ 'a.yaml': pod('a', 'x', 'y') });

  test('what is in a file that was renamed', () =>
    assert.deepEqual(newIn({ 'b.yaml': pod('a', 'x', 'y') }, baseline), []));
  test('what is in the same file behind other documents', () =>
    assert.deepEqual(newIn({ 'a.yaml': `${pod('z', 'z:1')}---\n${pod('a', 'x')}` }, baseline), []));
});

test('what is there no more is stale, in files that were looked into or are gone', () => {
  const baseline = baselineOf({
    'a.yaml': pod('a', 'x', 'y'),
    'b.yaml': pod('b', 'x'),
    'c.yaml': pod('c', 'x'),
    'd.yaml': pod('d', 'x'),
  });
  const report = lint({ 'a.yaml': pod('a', 'x', 'y:1'), 'moved.yaml': pod('c', 'x') });
  assert.deepEqual(setAside(report, baseline, filesIn(report, 'd.yaml')).stale, [
    { name: 'a.yaml', about: 'images/latest-tag, Pod a' },
    { name: 'b.yaml', about: 'images/latest-tag, Pod b' },
  ]);
});

test('made anew, it keeps what it has of files that were not looked into and are there', () => {
  const earlier = baselineOf({ 'a.yaml': pod('a', 'x'), 'b.yaml': pod('b', 'x'), 'gone.yaml': pod('gone', 'x') });
  const report = lint({ 'a.yaml': pod('a', 'x:1'), 'c.yaml': pod('c', 'x') });
  assert.deepEqual([...makeBaseline(report, earlier, filesIn(report, 'b.yaml')).keys()].sort(), ['b.yaml', 'c.yaml']);
});

test('its text is read back, and is the same whatever came first', () => {
  const texts = { 'b.yaml': pod('b', 'x', 'y'), 'a.yaml': pod('a', 'x') };
  const baseline = baselineOf(texts);
  const reversed = new Map([...baseline].reverse().map(([name, findings]) => [name, new Map([...findings].reverse())]));
  assert.deepEqual(parseBaseline(baselineText(baseline)), baseline);
  assert.equal(baselineText(reversed), baselineText(baseline));
});
