import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { applyFixes, createLinter, type ReportedDiagnostic, type ReportedDocument, type ReportedFile } from 'podlint';
import { expectations, type Expectation, type ExpectedFinding } from './expectations.js';

// The tests run from test/dist/study-notes.
const samples = new URL('../../study-notes/samples/', import.meta.url);
const linter = createLinter({ preset: 'none' });

function lint(text: string): ReportedFile {
  return linter.lint([{ path: 'sample.yaml', text }]).files[0]!;
}

function findingsOf(text: string, { diagnostics }: ReportedFile): ExpectedFinding[] {
  return diagnostics.map((found) => {
    const { start, end } = found.range;
    return { line: start.line, at: text.slice(start.offset, end.offset), code: found.code, ...fixOf(found) };
  });
}

function fixOf({ fixes }: ReportedDiagnostic): { fix?: 'safe' | 'unsafe' } {
  if (fixes.length === 0) return {};
  return { fix: fixes.some(({ safety }) => safety === 'safe') ? 'safe' : 'unsafe' };
}

function outcomeOf({ verdicts, skipped }: ReportedDocument): Expectation['outcome'][number] {
  if (verdicts) return Object.values(verdicts)[0]!;
  return skipped?.startsWith('fragment') ? 'fragment' : 'another kind';
}

/** Fixes that touch the same place wait for one another. */
function fixAll(text: string): string {
  const { text: fixed, remaining } = applyFixes(text, lint(text).diagnostics, 'safe');
  return remaining > 0 && fixed !== text ? fixAll(fixed) : fixed;
}

function checkSample(text: string, expectation: Expectation): void {
  const { outcome, findings = [], outcomeAfterFixes = outcome } = expectation;
  const { afterFixes = findings.filter(({ fix }) => fix !== 'safe') } = expectation;
  const file = lint(text);
  assert.deepEqual(findingsOf(text, file), findings);
  assert.deepEqual(file.documents.map(outcomeOf), outcome);
  const fixed = fixAll(text);
  const again = lint(fixed);
  assert.deepEqual(findingsOf(fixed, again), afterFixes);
  assert.deepEqual(again.documents.map(outcomeOf), outcomeAfterFixes);
}

describe('samples of the study notes', () => {
  const names = readdirSync(samples).map((file) => file.replace(/\.yaml$/, ''));
  test('each has its expectation', () => assert.deepEqual(names.sort(), Object.keys(expectations).sort()));
  for (const [name, expectation] of Object.entries(expectations)) {
    test(name, () => checkSample(readFileSync(new URL(`${name}.yaml`, samples), 'utf8'), expectation));
  }
});
