import path from 'node:path';
import { liveResources, type KnownDefinitions, type Linter, type Report, type Summary } from '@podlint/engine';
import { visibleJson } from '@podlint/reporters';
import { ConfigError, type Configs, GivenFiles } from '@podlint/workspace';
import { complain } from '../../../command-line/complain.js';
import type { Console } from '../../../command-line/console.js';
import { type ExitCode, exitCode } from '../../../command-line/exit-code.js';
import { definitionsFor } from '../../../command-line/known-objects.js';
import { nothingFound } from '../../../command-line/nothing-found.js';
import { checkExpressions, loadLateChecksFor } from '../../../judge/late-checks.js';
import { configsOf, linterFor } from '../../../command-line/prepare.js';
import type { CheckOptions } from '../check-options.js';
import { sumOf } from '../totals.js';
import { verdictOn } from '../verdict.js';
import { parseLine, type Request } from './parse-line.js';
import { type Line, readLines } from './read-lines.js';

/**
 * Answers each line of standard input, a file with its path and text, by a line with its entry of the JSON report, in
 * their order and at once.
 * A line that asks for nothing that can be done is answered by its number and an `error`; the others go on.
 */
export async function checkLines(options: CheckOptions, console: Console): Promise<ExitCode> {
  const configs = configsOf(options, console.cwd);
  const definitions = await definitionsFor([], options, console.cwd);
  const run = new LineRun(options, console.cwd, configs, definitions);
  for await (const line of readLines(console.stdin)) {
    const answer = await run.answer(line);
    if (answer === undefined) continue;
    console.stdout.write(`${visibleJson(JSON.stringify(answer))}\n`);
    if (!(await console.stdout.flushed())) break;
  }
  return run.verdict(console);
}

const noFiles: Summary = {
  files: 0,
  documents: 0,
  checked: 0,
  skipped: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  fixable: 0,
};

class LineRun {
  private total = noFiles;
  private refused = 0;
  private readonly files: GivenFiles;
  private readonly linter: Linter;

  constructor(
    private readonly options: CheckOptions,
    private readonly cwd: string,
    private readonly configs: Configs,
    private readonly definitions: KnownDefinitions,
  ) {
    this.files = new GivenFiles({ cwd, ignore: options.ignore, isIgnored: (absolute) => configs.isIgnored(absolute) });
    this.linter = linterFor(
      options,
      (name) => configs.settingsFor(path.resolve(cwd, name)),
      liveResources(definitions),
    );
  }

  /** What is written for a line; nothing for an empty one. */
  async answer(line: Line): Promise<object | undefined> {
    if (line.problem === undefined && line.text.trim() === '') return undefined;
    const request = parseLine(line);
    if (request.error !== undefined) return this.refusal(line, request, request.error);
    await loadLateChecksFor([request.text]);
    try {
      this.configs.settingsFor(path.resolve(this.cwd, request.path));
      await checkExpressions(this.configs);
      const source = this.files.source(request.path, request.text);
      this.definitions.set(source);
      await this.definitions.settle();
      return this.judge(this.linter.lint([source]));
    } catch (error) {
      if (error instanceof ConfigError) return this.refusal(line, request, error.messages.join('; '));
      throw error;
    }
  }

  verdict(console: Console): ExitCode {
    if (this.refused > 0) {
      complain(console, [
        `${this.refused} ${this.refused === 1 ? 'line of stdin was' : 'lines of stdin were'} not judged: see "error" in what answers ${this.refused === 1 ? 'it' : 'them'}`,
      ]);
      return exitCode.usage;
    }
    // Whoever hands out lines in portions hands out empty ones, too.
    const problem =
      this.total.files === 0 || this.options.emptyRuns === 'allowed'
        ? undefined
        : nothingFound({ summary: this.total, files: [] });
    const { exitCode: code, reasons } = verdictOn({ summary: this.total }, this.options);
    complain(console, problem === undefined ? reasons : [problem]);
    return problem === undefined ? code : exitCode.usage;
  }

  private judge({ summary, files }: Report): object {
    this.total = sumOf(this.total, summary);
    return files[0]!;
  }

  private refusal({ number }: Line, { path: name }: Pick<Request, 'path'>, error: string): object {
    this.refused++;
    return { line: number, ...(name === undefined ? {} : { path: name }), error };
  }
}
