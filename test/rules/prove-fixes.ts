import assert from 'node:assert/strict';
import type { Rule } from '@podlint/engine';
import { applyFixes, type Report, type ReportedDiagnostic, type ReportedFix } from 'podlint';
import { splitFiles, type CaseText } from './case-file.js';
import type { Case } from './cases.js';
import { findingsOf, lint } from './findings.js';

type Safety = ReportedFix['safety'];

/** A fix makes the text that stands beside the case; a case without such a text has no fix. */
export function proveFixes(rule: Rule, testCase: Case): void {
  const before = lint(rule, testCase.files, testCase);
  if (rule.fix === undefined) {
    proveNoFixes(rule, testCase, before);
    return;
  }
  const safe = fixed(rule, testCase, before, 'safe');
  const unsafe = fixed(rule, testCase, before, 'unsafe');
  if (rule.fix === 'safe') {
    proveText(safe, testCase.files, testCase, testCase.fixed, '.fixed.yaml');
    proveText(unsafe, safe, testCase, testCase.fixedUnsafe, '.fixed-unsafe.yaml');
  } else {
    assert.deepEqual(safe, testCase.files, 'a safe fix, where the metadata say unsafe');
    proveText(unsafe, testCase.files, testCase, testCase.fixed, '.fixed.yaml');
    assert.equal(testCase.fixedUnsafe, undefined, '.fixed.yaml is what an unsafe fix makes');
  }
  if (!sameFiles(safe, testCase.files)) proveMended(rule, testCase, before, safe, 'safe');
  if (!sameFiles(unsafe, safe)) proveMended(rule, testCase, before, unsafe, 'unsafe');
}

function proveNoFixes(rule: Rule, testCase: Case, report: Report): void {
  const offered = findingsOf(rule, report).flatMap(({ found }) => found.fixes);
  assert.deepEqual(offered, [], 'the metadata name no fix');
  assert.equal(testCase.fixed ?? testCase.fixedUnsafe, undefined, 'a fixed text of a rule without a fix');
}

/** The files of a case after one round of `--fix` or `--fix-unsafe`. */
function fixed(rule: Rule, { files }: Case, report: Report, safety: Safety): CaseText[] {
  return files.map(({ path, text }) => ({
    path,
    text: applyFixes(text, ofFile(rule, report, path), safety).text,
  }));
}

function ofFile(rule: Rule, report: Report, path: string): ReportedDiagnostic[] {
  return findingsOf(rule, report)
    .filter(({ file }) => file === path)
    .map(({ found }) => found);
}

function proveText(
  after: readonly CaseText[],
  unfixed: readonly CaseText[],
  { name, files }: Case,
  expected: string | undefined,
  suffix: string,
): void {
  const text = name.replace(/\.yaml$/, suffix);
  if (sameFiles(after, unfixed)) assert.equal(expected, undefined, `no fix makes ${text} of the case`);
  else if (expected === undefined) assert.deepEqual(after, unfixed, `${text} is missing`);
  else assert.deepEqual(after, splitFiles(expected, files[0]!.path), text);
}

function sameFiles(some: readonly CaseText[], others: readonly CaseText[]): boolean {
  return some.every(({ text }, index) => text === others[index]!.text);
}

/** A fix takes findings away and adds no error, leaves nothing for a second run and every comment where it was. */
function proveMended(rule: Rule, testCase: Case, before: Report, after: readonly CaseText[], safety: Safety): void {
  const again = lint(rule, after, testCase);
  assert.ok(findingsOf(rule, again).length < findingsOf(rule, before).length, 'the fix removes its finding');
  const newErrors = errorsOf(again).filter((error) => !errorsOf(before).includes(error));
  assert.deepEqual(newErrors, [], 'the fix adds no error');
  assert.ok(
    sameFiles(fixed(rule, { ...testCase, files: after }, again, safety), after),
    'a second run changes nothing',
  );
  for (const [index, { path, text }] of after.entries()) {
    const lost = commentsOf(testCase.files[index]!.text).filter((comment) => !text.includes(comment));
    assert.deepEqual(lost, [], `the fix keeps every comment of ${path}`);
  }
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
