import { atLevel, MergeError, mergeReports, parseReport } from '@podlint/engine/merge';
import { mergeSarif } from '@podlint/reporters';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { type ExitCode, exitCode } from '../../command-line/exit-code.js';
import { nothingFound } from '../../command-line/nothing-found.js';
import { UsageError } from '../../command-line/usage-error.js';
import { writeAnswer } from '../../command-line/write-answer.js';
import { writeReports } from '../check/output.js';
import { verdictOn } from '../check/verdict.js';
import type { Command } from '../command.js';
import { type Input, readInputs } from './inputs.js';
import { type MergeOptions, outputsOr, parseMergeOptions } from './options.js';

/** `podlint merge FILE...`: the reports of shards, or of different runs, as those of one run. */
export const merge: Command = async (args, console) => {
  const options = parseMergeOptions(args);
  const { format, all } = readInputs(options.files, console.cwd);
  try {
    return await (format === 'sarif' ? mergeSarifs(all, options, console) : mergeJsons(all, options, console));
  } catch (error) {
    throw error instanceof MergeError ? new UsageError(error.message) : error;
  }
};

async function mergeJsons(inputs: readonly Input[], options: MergeOptions, console: Console): Promise<ExitCode> {
  const report = atLevel(
    mergeReports(inputs.map(({ name, json }) => ({ name, report: parseReport(name, json) }))),
    options.level,
  );
  await writeReports(report, [], { ...options, outputs: outputsOr('json', options) }, console, console.stdout);
  const problem = options.emptyRuns === 'forbidden' ? nothingFound(report) : undefined;
  if (problem === undefined) return conclude(verdictOn(report, options), console);
  complain(console, [problem]);
  return exitCode.usage;
}

/** SARIF says too little to become another format. */
function mergeSarifs(inputs: readonly Input[], options: MergeOptions, console: Console): ExitCode {
  const outputs = outputsOr('sarif', options);
  const other = outputs.find(({ format }) => format !== 'sarif');
  if (other)
    throw new UsageError(
      `${inputs[0]!.name} is SARIF, of which no ${other.format} report can be made: merge the JSON reports`,
    );
  const { text, counts, skipped, cut } = mergeSarif(inputs);
  for (const { file } of outputs)
    if (file === undefined) console.stdout.write(text);
    else writeAnswer('report', file, text, console.cwd);
  if (cut !== undefined) complain(console, [cut]);
  return conclude(
    verdictOn({ summary: { errors: counts.error, warnings: counts.warning, infos: counts.note, skipped } }, options),
    console,
  );
}

function conclude({ exitCode: code, reasons }: ReturnType<typeof verdictOn>, console: Console): ExitCode {
  complain(console, reasons);
  return code;
}
