import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { namesIn } from '@podlint/messages';
import { catalogue } from '@podlint/rules';
import type { Rule } from '@podlint/engine';
import { applyFixes, createLinter, type Report, type ReportedDiagnostic, type SourceFile } from 'podlint';
import { describeFinding, describeMarker, readCase, type CaseFile } from './case-file.js';
import { readPage } from './page.js';
import { wrappings } from './wrap.js';

const root = path.resolve(import.meta.dirname, '../../../rules');

interface Case extends CaseFile {
  readonly name: string;
  readonly fixed?: string;
}

function casesOf(rule: Rule): Case[] {
  const folder = path.join(root, rule.id, 'cases');
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.fixed.yaml'))
    : [];
  return names.sort().map((name) => {
    const fixed = path.join(folder, name.replace(/\.yaml$/, '.fixed.yaml'));
    return {
      name,
      ...readCase(readFileSync(path.join(folder, name), 'utf8')),
      ...(existsSync(fixed) ? { fixed: readFileSync(fixed, 'utf8') } : {}),
    };
  });
}

/** Everything podlint says with this rule alone turned on. */
function lint(
  rule: Rule,
  files: readonly SourceFile[],
  { version, options }: Pick<CaseFile, 'version' | 'options'> = {},
): Report {
  const level = rule.level === 'off' ? 'warn' : rule.level;
  return createLinter({
    preset: 'none',
    rules: { [rule.id]: [level, options ?? {}] },
    ...(version ? { kubernetesVersions: [version] } : {}),
  }).lint(files);
}

function findingsOf(rule: Rule, report: Report): { file: string; found: ReportedDiagnostic }[] {
  return report.files.flatMap((file) =>
    file.diagnostics.filter(({ code }) => code === rule.id).map((found) => ({ file: file.path, found })),
  );
}

function described(rule: Rule, report: Report): string[] {
  return findingsOf(rule, report)
    .map(({ file, found }) => describeFinding(file, found))
    .sort();
}

/** Findings without their places: what must stay the same whatever holds the pod. */
function essence(rule: Rule, report: Report, prefix: string): string[] {
  return findingsOf(rule, report)
    .map(
      ({ found }) =>
        `${found.messageId} ${found.path.startsWith(prefix) ? found.path.slice(prefix.length) : found.path}`,
    )
    .sort();
}

const errorsOf = (report: Report): string[] =>
  report.files.flatMap(({ diagnostics }) =>
    diagnostics
      .filter(({ severity, stage }) => severity === 'error' && stage !== 'lint')
      .map(({ code, path: at }) => `${code} ${at}`),
  );
/** Markers are no comments of the manifest's: they go with the field that they stand in. */
const commentsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|\s)(#(?!~|\s*\^).*)$/gm)].map((match) => match[1]!.trim());

function proveCase(rule: Rule, testCase: Case): void {
  const { files, markers } = testCase;
  const report = lint(rule, files, testCase);
  assert.deepEqual(described(rule, report), markers.map(describeMarker).sort());
  for (const { found } of findingsOf(rule, report)) proveData(rule, found);
  const dressed = (change: (text: string) => string): Report =>
    lint(
      rule,
      files.map((file) => ({ path: file.path, text: change(file.text) })),
      testCase,
    );
  const withoutPlaces = essence(rule, report, '');
  assert.deepEqual(
    essence(
      rule,
      dressed((text) => text.replaceAll('\n', '\r\n')),
      '',
    ),
    withoutPlaces,
    'with CRLF',
  );
  assert.deepEqual(
    essence(
      rule,
      dressed((text) => `\ufeff${text}`),
      '',
    ),
    withoutPlaces,
    'with a byte order mark',
  );
  if (files.length === 1 && !testCase.only && !/#\s*podlint:/.test(files[0]!.text))
    proveWrappings(rule, testCase, withoutPlaces);
}

/** No brace of a text stays empty. */
function proveData(rule: Rule, { messageId, data }: ReportedDiagnostic): void {
  const missing = namesIn(rule.messages[messageId]!).filter((name) => !Object.hasOwn(data, name));
  assert.deepEqual(missing, [], `names in ${messageId} without a value`);
}

function proveWrappings(rule: Rule, testCase: Case, expected: readonly string[]): void {
  if (!rule.container && !rule.pod) return;
  for (const { name, prefix, text } of wrappings(testCase.files[0]!.text)) {
    const report = lint(rule, [{ path: testCase.files[0]!.path, text }], testCase);
    assert.deepEqual(essence(rule, report, prefix), expected, `as a ${name}`);
  }
}

function proveFixes(rule: Rule, testCase: Case): void {
  for (const file of testCase.files) {
    const alone = lint(rule, testCase.files, testCase);
    const before = alone.files
      .find(({ path: at }) => at === file.path)!
      .diagnostics.filter(({ code }) => code === rule.id);
    if (before.every(({ fixes }) => fixes.length === 0)) continue;
    for (const { fixes } of before)
      for (const fix of fixes) assert.ok(rule.fix, `${rule.id} offers a fix but its metadata name none (${fix.title})`);
    const { text, applied } = applyFixes(file.text, before, 'unsafe');
    if (applied === 0) continue;
    const again = lint(
      rule,
      testCase.files.map((other) => (other.path === file.path ? { path: file.path, text } : other)),
      testCase,
    );
    const left = again.files
      .find(({ path: at }) => at === file.path)!
      .diagnostics.filter(({ code }) => code === rule.id);
    assert.ok(left.length < before.length, 'the fix removes its finding');
    assert.deepEqual(
      errorsOf(again).filter((error) => !errorsOf(alone).includes(error)),
      [],
      'the fix adds no error',
    );
    assert.equal(applyFixes(text, left, 'unsafe').applied, 0, 'a second run changes nothing');
    assert.deepEqual(
      commentsOf(file.text).filter((comment) => !text.includes(comment)),
      [],
      'the fix keeps every comment',
    );
    if (testCase.fixed !== undefined && testCase.files.length === 1) assert.equal(text, testCase.fixed);
  }
}

for (const rule of catalogue) {
  describe(rule.id, () => {
    const cases = casesOf(rule);

    test('lives in the folder of its name and speaks of what it does', () => {
      assert.ok(existsSync(path.join(root, rule.id, 'rule.ts')));
      assert.ok(rule.summary.length > 0 && !rule.summary.endsWith('.'));
    });

    test('has a clean case, and a case for every message', () => {
      assert.ok(
        cases.some(({ markers }) => markers.length === 0),
        'no clean case',
      );
      const covered = new Set(cases.flatMap(({ markers }) => markers.map(({ message }) => message)));
      assert.deepEqual(
        Object.keys(rule.messages).filter((message) => !covered.has(message)),
        [],
        'messages without a case',
      );
    });

    for (const testCase of cases) {
      test(testCase.name, () => proveCase(rule, testCase));
      test(`${testCase.name}: fixes`, () => proveFixes(rule, testCase));
    }

    test('a fix, if it names one, is shown in a case', () => {
      const offers = cases.some((testCase) =>
        findingsOf(rule, lint(rule, testCase.files, testCase)).some(({ found }) => found.fixes.length > 0),
      );
      assert.equal(offers, rule.fix !== undefined);
    });

    test('its page matches its metadata, and its examples are what they say', () => {
      const page = readPage(path.join(root, rule.id, 'README.md'));
      assert.equal(page.title, rule.id);
      assert.equal(page.level, rule.level);
      assert.equal(page.fix, rule.fix ?? 'none');
      assert.ok(page.wrong.length > 0 && page.right.length > 0, 'a wrong and a right example');
      for (const text of page.wrong)
        assert.ok(
          findingsOf(rule, lint(rule, readCase(text).files, readCase(text))).length > 0,
          `not found to be wrong:\n${text}`,
        );
      for (const text of page.right)
        assert.deepEqual(
          described(rule, lint(rule, readCase(text).files, readCase(text))),
          [],
          `found to be wrong:\n${text}`,
        );
    });
  });
}
