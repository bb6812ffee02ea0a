import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import type { Report } from 'podlint';
import { project } from '@podlint/model';
import { reporters, type ReporterOptions } from '@podlint/reporters';
import { nastyTexts, pod, reporterOptions, reportOn } from './report-kit.js';
import { isSarif } from './sarif-schema.js';

const write = await reporters.sarif();
function runOf(report: Report, options: Partial<ReporterOptions> = {}): Run {
  const log = JSON.parse(write(report, reporterOptions(options))) as Log;
  assert.deepEqual(isSarif(log), []);
  assert.equal(log.runs.length, 1);
  return log.runs[0]!;
}

function resultsOf(report: Report, options: Partial<ReporterOptions> = {}): Result[] {
  return runOf(report, options).results ?? [];
}

const describeAll: ReporterOptions['describe'] = (code) => ({
  summary: `About ${code}`,
  level: code.startsWith('images/') ? 'off' : 'warn',
  page: `# ${code}\n\n**Level:** warn\n\nFirst sentence,\nbroken. What follows:\n\n- a list\n`,
});

test('the schema refuses what is not SARIF', () => {
  assert.notDeepEqual(isSarif({ version: '2.1.0', runs: [{ tool: {}, results: 1 }] }), []);
});

test('a clean run has an empty list of results, which is not the same as none', () => {
  const run = runOf(reportOn({ 'a.yaml': pod('a', '') }, { preset: 'none' }));
  assert.deepEqual(run.results, []);
  assert.deepEqual(run.tool.driver.rules, []);
  assert.deepEqual(run.invocations?.[0]?.toolExecutionNotifications, []);
});

test('a result has its rule, level, region and logical place', () => {
  const report = reportOn({ 'deploy/a b%.yaml': pod('a', '      imagePulPolicy: Always\n') }, { preset: 'none' });
  const run = runOf(report, { describe: describeAll });
  const [result] = run.results!;
  assert.equal(result!.ruleId, 'schema/unknown-field');
  assert.equal(run.tool.driver.rules![result!.ruleIndex!]!.id, result!.ruleId);
  assert.equal(result!.level, 'error');
  assert.equal(run.columnKind, 'utf16CodeUnits');
  assert.deepEqual(result!.locations![0]!.physicalLocation, {
    artifactLocation: { uri: 'deploy/a%20b%25.yaml', uriBaseId: '%SRCROOT%' },
    region: { startLine: 8, startColumn: 7, endLine: 8, endColumn: 21 },
  });
  assert.deepEqual(result!.locations![0]!.logicalLocations, [
    { name: 'a', fullyQualifiedName: 'Pod/a/spec.containers[0].imagePulPolicy', kind: 'resource' },
  ]);
  assert.deepEqual(result!.properties!.kubernetesVersions, ['1.36']);
});

test('a rule explains itself, and a level of its own is none that the run gave it', () => {
  const report = reportOn(
    { 'a.yaml': pod('a', '', 'app:latest') },
    { preset: 'none', rules: { 'images/latest-tag': 'error', 'security/privileged': 'error' } },
  );
  const [rule] = runOf(report, { describe: describeAll }).tool.driver.rules!;
  assert.equal(rule!.fullDescription!.text, 'First sentence, broken.');
  assert.equal(rule!.shortDescription!.text, 'About images/latest-tag');
  assert.ok(rule!.help!.markdown!.startsWith('# images/latest-tag'));
  assert.equal(rule!.helpUri, project.page('rules/images/latest-tag/README.md'));
  assert.deepEqual(rule!.defaultConfiguration, { enabled: false });
  assert.deepEqual(rule!.properties!.tags, ['kubernetes', 'lint', 'images']);
});

/** A message string with the arguments in it, as a viewer shows it (3.11.5). */
function filledIn(template: string, values: readonly string[] = []): string {
  return template.replace(/\{\{|\}\}|\{(\d+)\}/g, (found, at?: string) =>
    at === undefined ? found[0]! : values[Number(at)]!,
  );
}

/** What a rule's text for the message of a result comes to; undefined: it has none. */
function lookedUp(run: Run, { ruleIndex, message }: Result): string | undefined {
  const strings = run.tool.driver.rules![ruleIndex!]!.messageStrings;
  const found = message.id === undefined ? undefined : strings?.[message.id];
  return found && filledIn(found.text, message.arguments);
}

describe('a message', () => {
  const texts = {
    'unknown.yaml': pod('a', '      imagePulPolicy: Always\n      args: {a: b}\n'),
    'required.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {}\n',
    'braces.json': '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"\n"spec": {} }\n',
    'placeholder.yaml': pod('a', '      imagePullPolicy: ${POLICY}\n'),
  };

  test('is found by its id, with its data for arguments', () => {
    const run = runOf(reportOn(texts, { preset: 'none' }));
    const found = run.results!.map((result) => [result.ruleId, lookedUp(run, result)] as const);
    assert.deepEqual([...new Set(found.map(([code]) => code))].sort(), [
      'api/required',
      'schema/placeholder',
      'schema/unknown-field',
      'schema/wrong-type',
      'syntax/unclosed-bracket',
    ]);
    for (const [index, [code, text]] of found.entries()) {
      const { message } = run.results![index]!;
      assert.ok(text !== undefined && message.text!.startsWith(text), `${code}: ${text}`);
    }
  });

  test('of a rule is one of all that it may say', () => {
    const report = reportOn(
      { 'a.yaml': pod('a', '', 'app:latest') },
      { preset: 'none', rules: { 'images/latest-tag': 'error' } },
    );
    const messages = { latest: 'The "{" of {image} and {tag} and {image}.', none: 'No tag.', other: 'Other.' };
    const run = runOf(report, { describe: (code) => ({ ...describeAll(code)!, messages }) });
    const [rule] = run.tool.driver.rules!;
    assert.deepEqual(Object.keys(rule!.messageStrings!), ['latest', 'none', 'other']);
    assert.equal(rule!.messageStrings!['latest']!.text, 'The "{{" of {0} and {1} and {0}.');
  });

  test('whose text nobody knows has no id', () => {
    const report = reportOn(
      { 'a.yaml': pod('a', '', 'app:latest') },
      { preset: 'none', rules: { 'images/latest-tag': 'error' } },
    );
    const run = runOf(report, { describe: describeAll });
    assert.equal(run.results![0]!.message.id, undefined);
    assert.equal(run.tool.driver.rules![0]!.messageStrings, undefined);
  });

  test('that has the place of an argument in its text gets none', () => {
    const [result] = resultsOf(reportOn({ 'a.yaml': pod('a', '      tty: "{0}"\n') }, { preset: 'none' }));
    assert.equal(result!.message.id, 'wrong-type/unreadable');
    assert.equal(result!.message.arguments, undefined);
  });
});

test('a fix, applied to the text, is what podlint itself makes', () => {
  const text = pod('a', '      imagePulPolicy: Always # 😀\n');
  const [result] = resultsOf(reportOn({ 'a.yaml': text }, { preset: 'none' }));
  const { deletedRegion, insertedContent } = result!.fixes![0]!.artifactChanges[0]!.replacements[0]!;
  const lines = text.split('\n');
  const line = lines[deletedRegion.startLine! - 1]!;
  lines[deletedRegion.startLine! - 1] =
    line.slice(0, deletedRegion.startColumn! - 1) + insertedContent!.text! + line.slice(deletedRegion.endColumn! - 1);
  assert.equal(lines.join('\n'), text.replace('imagePul', 'imagePull'));
});

test('related places are linked from the message', () => {
  const [result] = resultsOf(reportOn({ 'a.yaml': pod('a', '      image: b:1\n') }, { preset: 'none' })).filter(
    ({ relatedLocations }) => relatedLocations,
  );
  const [related] = result!.relatedLocations!;
  assert.equal(related!.physicalLocation!.region!.startLine, 7);
  assert.match(result!.message.text!, new RegExp(`\\]\\(${related!.id}\\)`));
});

describe('paths', () => {
  const cases: Readonly<Record<string, { uri: string; uriBaseId?: string }>> = {
    'ä/#?.yaml': { uri: '%C3%A4/%23%3F.yaml', uriBaseId: '%SRCROOT%' },
    '/etc/kubernetes/a.yaml': { uri: 'file:///etc/kubernetes/a.yaml' },
    'C:/a b/c.yaml': { uri: 'file:///C:/a%20b/c.yaml' },
    '<stdin>': { uri: '%3Cstdin%3E', uriBaseId: '%SRCROOT%' },
  };
  for (const [name, expected] of Object.entries(cases)) {
    test(name, () =>
      assert.deepEqual(
        resultsOf(reportOn({ [name]: 'a: [' }))[0]!.locations![0]!.physicalLocation!.artifactLocation,
        expected,
      ),
    );
  }

  test('start from the top of the repository', () => {
    const [result] = resultsOf(reportOn({ 'a.yaml': 'a: [' }), { repositoryPath: (name) => `sub/${name}` });
    assert.equal(result!.locations![0]!.physicalLocation!.artifactLocation!.uri, 'sub/a.yaml');
  });
});

test('what was not checked is a notification with its place', () => {
  const { invocations } = runOf(
    reportOn(
      { 'empty.yaml': '', 'service.yaml': '# first\napiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n' },
      { preset: 'none' },
    ),
  );
  const notes = invocations![0]!.toolExecutionNotifications!;
  assert.deepEqual(
    notes.map(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri),
    ['empty.yaml', 'service.yaml'],
  );
  assert.deepEqual(
    notes.map(({ locations }) => locations![0]!.physicalLocation!.region?.startLine),
    [undefined, 2],
  );
  assert.equal(invocations![0]!.executionSuccessful, true);
});

test('of more results than GitHub takes, the graver ones are kept', () => {
  const [first, ...more] = reportOn({ 'a.yaml': pod('a', '      imagePulPolicy: Always\n', 'app:latest') }).files;
  const [error, warning] = [
    first!.diagnostics.find(({ severity }) => severity === 'error')!,
    first!.diagnostics.find(({ severity }) => severity === 'warning')!,
  ];
  const report = {
    ...reportOn({}),
    files: [
      { ...first!, diagnostics: [...Array.from({ length: 24_999 }, () => warning), error, error, warning] },
      ...more,
    ],
  };
  const run = runOf(report);
  assert.equal(run.results!.length, 25_000);
  assert.equal(run.results!.filter(({ level }) => level === 'error').length, 2);
  assert.equal(run.invocations![0]!.toolExecutionNotifications![0]!.level, 'warning');
  assert.equal(
    runOf({ ...report, files: [{ ...first!, diagnostics: Array(25_000).fill(warning) }] }).invocations![0]!
      .toolExecutionNotifications!.length,
    0,
  );
});

test('whatever stands in names and paths, it is SARIF', () => {
  const text = fc.oneof(fc.constantFrom(...nastyTexts), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(text, text, (name, file) => {
      const output = write(
        reportOn({ [`${file}.yaml`]: pod(name, '      imagePulPolicy: Always\n', 'app:latest') }),
        reporterOptions({ describe: describeAll }),
      );
      assert.deepEqual(isSarif(JSON.parse(output)), []);
      // eslint-disable-next-line no-control-regex -- finding them is the point
      assert.doesNotMatch(output, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    }),
    { numRuns: 100, seed: 1 },
  );
});
