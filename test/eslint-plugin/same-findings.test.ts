/** What ESLint says with the plugin is what the command says, in both versions, and it makes the same fixes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import type { ESLint as ESLintTypes, Linter } from 'eslint-10';
import podlint from 'eslint-plugin-podlint';
import { applyFixes, createLinter, type ReportedFile } from 'podlint';
import { texts } from './corpus.js';
import { eslints } from './eslints.js';

const root = path.resolve(import.meta.dirname, '../../..');
const cwd = mkdtempSync(path.join(tmpdir(), 'podlint-eslint-'));
after(() => rmSync(cwd, { recursive: true, force: true }));

const config = [podlint.configs.strict];
const nameOf = (index: number): string => `${index}.yaml`;

/** One process of the command judges each file by itself. */
function answersOfCommand(): readonly ReportedFile[] {
  const input = texts.map((text, index) => JSON.stringify({ path: nameOf(index), text })).join('\n');
  const command = path.join(root, 'packages/cli/bundle/podlint.js');
  const { stdout, status } = spawnSync(process.execPath, [command, 'check', '--ndjson', '--preset', 'strict'], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  assert.equal(status, 1);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReportedFile);
}

const answers = answersOfCommand();
assert.equal(answers.length, texts.length);

interface Said {
  readonly code: string;
  readonly place: string;
  readonly message: string;
}

const sorted = (all: readonly Said[]): string[] => all.map((said) => JSON.stringify(said)).sort();

function saidByCommand({ diagnostics }: ReportedFile, text: string): Said[] {
  // ESLint takes the byte order mark off, and columns count without it.
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const columnOf = ({ line, column }: { line: number; column: number }): number =>
    line === 1 ? Math.max(column - mark, 1) : column;
  return diagnostics.map(({ code, message, range: { start, end } }) => ({
    code,
    place: `${start.line}:${columnOf(start)}-${end.line}:${columnOf(end)}`,
    message,
  }));
}

function saidByEslint(messages: readonly Linter.LintMessage[]): Said[] {
  return messages.map(({ ruleId, message, line, column, endLine, endColumn }) => ({
    code: ruleId?.replace(/^podlint\//, '') ?? 'none',
    place: `${line}:${column}-${endLine}:${endColumn}`,
    message,
  }));
}

/** As `--fix` does it: the file is judged anew after each round. */
function fixedByCommand(text: string, name: string): string {
  const linter = createLinter({ preset: 'strict', level: 'warning' });
  let fixed = text;
  for (let round = 0; round < 10; round++) {
    const { diagnostics = [] } = linter.lint([{ path: name, text: fixed }]).files[0] ?? {};
    const next = applyFixes(fixed, diagnostics, 'safe').text;
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}

texts.forEach((text, index) => writeFileSync(path.join(cwd, nameOf(index)), text));
const fixed = texts.map((text, index) =>
  answers[index]?.diagnostics.some(({ fixes }) => fixes.length > 0) ? fixedByCommand(text, nameOf(index)) : text,
);

for (const { version, ESLint } of eslints) {
  describe(`ESLint ${version}`, () => {
    const resultsOf = async (options: ESLintTypes.Options): Promise<ESLintTypes.LintResult[]> => {
      const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config, ...options });
      const results = await eslint.lintFiles(['.']);
      assert.equal(results.length, texts.length);
      return results;
    };
    const indexOf = ({ filePath }: ESLintTypes.LintResult): number => Number(path.basename(filePath, '.yaml'));

    test('finds what the command finds, at the same places, and gives messages their ids', async () => {
      let said = 0;
      let withId = 0;
      for (const result of await resultsOf({})) {
        const index = indexOf(result);
        const text = texts[index]!;
        assert.deepEqual(sorted(saidByEslint(result.messages)), sorted(saidByCommand(answers[index]!, text)), text);
        said += result.messages.length;
        withId += result.messages.filter(({ messageId }) => messageId !== undefined).length;
      }
      // Only what has a sentence with data of its own behind it has none.
      assert.ok(withId / said > 0.99, `${said - withId} of ${said}`);
    });

    test('makes the fixes that the command makes', async () => {
      assert.ok(fixed.filter((text, index) => text !== texts[index]).length > 50);
      for (const result of await resultsOf({ fix: true })) {
        const index = indexOf(result);
        assert.equal(result.output ?? texts[index], fixed[index], texts[index]);
      }
    });
  });
}
