import type { PolicyTestResult } from '@podlint/policy';
import { visible, visibleJson } from '@podlint/reporters';
import { complain } from '../../command-line/complain.js';
import { exitCode } from '../../command-line/exit-code.js';
import { parseArguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import { oneOf } from '../../command-line/values.js';
import type { Command } from '../command.js';
import { policyOptionTable } from './option-table.js';
import { readTests } from './read-tests.js';

/** `podlint policy test FILE...`: do policies answer requests as those expect who wrote them? */
export const policy: Command = async (args, console) => {
  const given = parseArguments(args, policyOptionTable);
  const format = oneOf('format', given.value('format') ?? 'text', ['text', 'json']);
  const [verb, ...files] = given.positionals;
  if (verb !== 'test' || files.length === 0)
    throw new UsageError('podlint policy runs the tests of policies: podlint policy test FILE...');
  const { runPolicyTests } = await import('@podlint/policy');
  const answers: FileAnswer[] = [];
  for (const file of files) {
    const { refused, results } = runPolicyTests(await readTests(file, console.cwd));
    if (refused.length > 0)
      complain(
        console,
        refused.map((text) => `${file}: ${text}`),
      );
    answers.push({ file, refused: refused.length, results });
  }
  console.stdout.write(format === 'json' ? visibleJson(`${JSON.stringify(answers, undefined, 2)}\n`) : asText(answers));
  const isFine = answers.every(({ refused, results }) => refused === 0 && results.every(({ problem }) => !problem));
  return isFine ? exitCode.clean : exitCode.findings;
};

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
