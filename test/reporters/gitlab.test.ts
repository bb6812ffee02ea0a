import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from 'podlint';
import { reporters } from '@podlint/reporters';
import { nastyTexts, pod, reporterOptions, reportOn } from './report-kit.js';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number };
    readonly positions: { readonly begin: { readonly line: number; readonly column: number } };
  };
}

const write = await reporters.gitlab();
const issuesOf = (report: Report, repositoryPath?: (path: string) => string): Issue[] =>
  JSON.parse(write(report, reporterOptions({ repositoryPath }))) as Issue[];
const misspelt = pod('a', '      imagePulPolicy: Always\n');

test('a clean run is an empty list', () => {
  assert.deepEqual(issuesOf(reportOn({ 'a.yaml': pod('a', '') }, { preset: 'none' })), []);
});

test('an issue has its place, from the top of the repository', () => {
  const [issue] = issuesOf(reportOn({ 'a.yaml': misspelt }, { preset: 'none' }), (path) => `sub/${path}`);
  assert.equal(issue!.check_name, 'schema/unknown-field');
  assert.deepEqual(
    [issue!.location.path, issue!.location.lines.begin, issue!.location.positions.begin],
    ['sub/a.yaml', 8, { line: 8, column: 7 }],
  );
  assert.notEqual(issue!.description, '');
});

test('what the server refuses is a blocker, and a rule no more than critical', () => {
  const rules = { 'images/latest-tag': 'error', 'pods/bare': 'warn', 'resources/qos': 'info' } as const;
  const issues = issuesOf(
    reportOn({ 'a.yaml': pod('a', '      imagePulPolicy: Always\n', 'app:latest') }, { preset: 'none', rules }),
  );
  assert.deepEqual(Object.fromEntries(issues.map(({ check_name, severity }) => [check_name, severity])), {
    'schema/unknown-field': 'blocker',
    'images/latest-tag': 'critical',
    'pods/bare': 'major',
    'resources/qos': 'minor',
  });
});

test('fingerprints are unique in a run, of copies and of equals too, and stay when lines move', () => {
  const prints = (texts: Record<string, string>): string[] =>
    issuesOf(reportOn(texts)).map(({ fingerprint }) => fingerprint);
  const all = prints({ 'a.yaml': `${misspelt}---\n${misspelt}`, 'b.yaml': misspelt });
  assert.equal(new Set(all).size, all.length);
  assert.deepEqual(prints({ 'b.yaml': `# moved\n\n${misspelt}` }).sort(), prints({ 'b.yaml': misspelt }).sort());
});

test('nothing deceptive gets through', () => {
  const texts = Object.fromEntries(nastyTexts.map((text, index) => [`${index}${text}.yaml`, pod(text, '')]));
  for (const { description, location } of issuesOf(reportOn(texts)))
    // eslint-disable-next-line no-control-regex -- finding them is the point
    assert.doesNotMatch(description + location.path, /[\u0000-\u001f\u202e]/);
});
