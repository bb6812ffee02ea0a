import assert from 'node:assert/strict';
import type { Rule } from '@podlint/engine';
import { namesIn } from '@podlint/messages';
import type { Report, ReportedDiagnostic } from 'podlint';
import { describeMarker } from './case-file.js';
import type { Case } from './cases.js';
import { described, essence, findingsOf, lint } from './findings.js';
import { wrappings } from './wrap.js';

/** The findings are those of the markers, whatever the line ends, and whatever kind the Pod is wrapped into. */
export function proveCase(rule: Rule, testCase: Case): void {
  const { files, markers } = testCase;
  const report = lint(rule, files, testCase);
  assert.deepEqual(described(rule, report), markers.map(describeMarker).sort());
  for (const { found } of findingsOf(rule, report)) proveData(rule, found);
  const expected = essence(rule, report);
  const dressed = (change: (text: string) => string): Report =>
    lint(
      rule,
      files.map((file) => ({ path: file.path, text: change(file.text) })),
      testCase,
    );
  const withCrLf = dressed((text) => text.replaceAll('\n', '\r\n'));
  assert.deepEqual(essence(rule, withCrLf), expected, 'with CRLF');
  const withMark = dressed((text) => `\ufeff${text}`);
  assert.deepEqual(essence(rule, withMark), expected, 'with a byte order mark');
  if (files.length === 1 && !testCase.only && !/#\s*podlint:/.test(files[0]!.text))
    proveWrappings(rule, testCase, expected);
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
