import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Report } from 'podlint';
import { jobSummary, reporters, type ReporterOptions } from '@podlint/reporters';
import { nastyTexts, pod, reporterOptions, reportOn } from './report-kit.js';

const write = await reporters.github();

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What the runner takes for commands, as its ActionCommand.cs reads them. */
function commandsIn(log: string): Command[] {
  return log.split(/\r\n|\r|\n/).flatMap((line): Command[] => {
    assert.ok(!line.includes('##['), line);
    const trimmed = line.trimStart();
    if (!trimmed.startsWith('::')) return [];
    const end = trimmed.indexOf('::', 2);
    const [name = '', ...rest] = trimmed.slice(2, end).split(' ');
    const properties = rest
      .join(' ')
      .split(',')
      .map((pair) => pair.split('='))
      .map(([key = '', ...value]) => [key, unescaped(value.join('='))] as const);
    return [{ name, properties: Object.fromEntries(properties), message: unescaped(trimmed.slice(end + 2)) }];
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

function commandsOf(report: Report, options: Partial<ReporterOptions> = {}): Command[] {
  return commandsIn(write(report, reporterOptions(options)));
}

const misspelt = '      imagePulPolicy: Always\n';
const many = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    `${String.fromCharCode(97 + index)}.yaml`,
    pod('a', misspelt, 'app:latest'),
  ]),
);
const two = { preset: 'none', rules: { 'images/latest-tag': 'warn', 'pods/bare': 'info' } } as const;

describe('annotations', () => {
  test('have a place and the code for a title', () => {
    const [command, ...more] = commandsOf(reportOn({ 'a,b:%.yaml': pod('a', misspelt) }, { preset: 'none' }), {
      repositoryPath: (path) => `sub/${path}`,
    });
    assert.equal(command!.name, 'error');
    assert.deepEqual(command!.properties, {
      file: 'sub/a,b:%.yaml',
      line: '8',
      endLine: '8',
      col: '7',
      endColumn: '21',
      title: 'schema/unknown-field',
    });
    assert.notEqual(command!.message, '');
    assert.deepEqual(more, []);
  });

  test('come errors first, and ten of a level', () => {
    const names = commandsOf(reportOn(many, two)).map(({ name }) => name);
    assert.deepEqual(names, [
      ...Array<string>(10).fill('error'),
      ...Array<string>(10).fill('warning'),
      ...Array<string>(10).fill('notice'),
    ]);
  });

  test('of errors only, when that is asked for', () => {
    assert.deepEqual(
      new Set(commandsOf(reportOn(many, two), { detail: 'quiet' }).map(({ name }) => name)),
      new Set(['error']),
    );
  });

  test('are not made by what is in files', () => {
    const report = reportOn(
      Object.fromEntries(
        nastyTexts.map((text) => [`${text}.yaml`, pod(text, `${misspelt}      ${JSON.stringify(text)}: 1\n`)]),
      ),
    );
    const texts = new Map(report.files.map(({ path }) => [path, `${path}\n::error ::x\n ##[error]x\n`]));
    const commands = commandsOf(report, { sourceOf: (path) => texts.get(path) });
    assert.equal(commands.length, 28);
    for (const { properties } of commands) assert.match(properties.title!, /^[a-z-]+\/[a-z-]+$/);
  });

  test('whatever stands in names, they can be read back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...nastyTexts), fc.string({ unit: 'binary' })), (text) => {
        const [command, ...more] = commandsOf(reportOn({ [`${text}.yaml`]: 'a: [' }));
        assert.deepEqual([command!.name, command!.properties.line, more.length], ['error', '1', 0]);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

test('below them is what GitHub shows no annotation of, each finding once, and the summary', () => {
  const log = write(reportOn(many, two), reporterOptions());
  const [, ...below] = log.split(/^(?!::)/m);
  const shown = below.join('').match(/^(?:error|warning|info)\[/gm) ?? [];
  assert.equal(shown.length + commandsOf(reportOn(many, two)).length, 36);
  assert.match(log, /^FAILED {2}12 errors in /m);
});

describe('the job summary', () => {
  const summary = (report: Report, room?: number): string => jobSummary(report, reporterOptions(), room);
  const rows = (markdown: string): string[] =>
    markdown.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| |'));

  test('has every finding, errors first', () => {
    const levels = rows(summary(reportOn(many, two))).map((row) => row.split(' ')[2]);
    assert.deepEqual(levels, [
      ...Array<string>(12).fill('error'),
      ...Array<string>(12).fill('warning'),
      ...Array<string>(12).fill('info'),
    ]);
  });

  test('of a clean run says that it is clean', () => {
    const markdown = summary(reportOn({ 'a.yaml': pod('a', '') }, { preset: 'none' }));
    assert.match(markdown, /^## podlint\n\nPASSED /);
    assert.deepEqual(rows(markdown), []);
  });

  test('keeps within its room, and says what it leaves out', () => {
    for (const room of [1000, 2000, 5000]) {
      const markdown = summary(reportOn(many, two), room);
      assert.ok(Buffer.byteLength(markdown) <= room, `${Buffer.byteLength(markdown)} of ${room}`);
      assert.match(markdown, new RegExp(`^${36 - rows(markdown).length} more`, 'm'));
    }
  });

  test('has one row a finding, whatever is in names', () => {
    const report = reportOn(
      Object.fromEntries(nastyTexts.map((text) => [`${text}.yaml`, pod(text, '', 'app:latest')])),
      two,
    );
    const found = rows(summary(report));
    assert.equal(found.length, report.files.flatMap(({ diagnostics }) => diagnostics).length);
    for (const row of found) assert.equal(row.replace(/\\[\\|]/g, '').split('|').length, 6, row);
  });
});
