import type { PolicyTestResult } from '@podlint/policy';
import { visible, visibleJson } from '@podlint/reporters';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { exitCode } from '../../command-line/exit-code.js';
import { parseArguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import { oneOf } from '../../command-line/values.js';
import type { Command } from '../command.js';
import { policyOptionTable } from './option-table.js';
import { readTests, rulesWrittenIn } from './read-tests.js';

/** `podlint policy test FILE...`: do policies, and rules of a config's own, answer as those expect who wrote them? */
export const policy: Command = async (args, console) => {
  const given = parseArguments(args, policyOptionTable);
  const format = oneOf('format', given.value('format') ?? 'text', ['text', 'json']);
  const [verb, ...files] = given.positionals;
  if (verb !== 'test' || files.length === 0)
    throw new UsageError('podlint policy runs the tests of policies and custom rules: podlint policy test FILE...');
  const answers: FileAnswer[] = [];
  for (const file of files) answers.push(await answerOf(file, console));
  console.stdout.write(format === 'json' ? visibleJson(`${JSON.stringify(answers, undefined, 2)}\n`) : asText(answers));
  const isFine = answers.every(({ refused, results }) => refused === 0 && results.every(({ problem }) => !problem));
  return isFine ? exitCode.clean : exitCode.findings;
};

/** A config file has rules with tests beside them; any other has tests of policies. */
async function answerOf(file: string, console: Console): Promise<FileAnswer> {
  const written = rulesWrittenIn(file, console.cwd);
  if (written !== undefined) {
    const { checkedRules, runRuleTests } = await import('./custom-rule-tests.js');
    const results = await runRuleTests(await checkedRules(file, console.cwd, written));
    if (results.length === 0) throw new UsageError(`no tests in "${file}": a rule needs a list "tests"`);
    return { file, refused: 0, results };
  }
  const { runPolicyTests } = await import('@podlint/policy');
  const { refused, results } = runPolicyTests(await readTests(file, console.cwd));
  if (refused.length > 0)
    complain(
      console,
      refused.map((text) => `${file}: ${text}`),
    );
  return { file, refused: refused.length, results };
}

interface FileAnswer {
  readonly file: string;
  /** Policies and bindings that the API would not take. */
  readonly refused: number;
  readonly results: readonly PolicyTestResult[];
}

function asText(answers: readonly FileAnswer[]): string {
  const all = answers.flatMap(({ file, results }) => results.map((result) => ({ file, ...result })));
  const failed = all.filter(({ problem }) => problem !== undefined);
  const lines = failed.map(({ file, name, problem = '' }) => `${file}: ${name}: ${problem}`);
  const verdict = failed.length === 0 && answers.every(({ refused }) => refused === 0) ? 'PASSED' : 'FAILED';
  const summary = `${verdict}  ${all.length - failed.length} of ${all.length} tests passed`;
  return [...lines, summary].map((line) => `${visible(line)}\n`).join('');
}
