import { takeFaults, type Linter, type Report } from '@podlint/engine';
import type { LoadedFile } from '@podlint/workspace';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { type ExitCode, exitCode } from '../../command-line/exit-code.js';
import { nothingJudged } from '../../command-line/nothing-found.js';
import { prepare, type Prepared, runSettings } from '../../command-line/prepare.js';
import { templateNotice } from '../../command-line/template-notice.js';
import { tellOfJudging } from '../../judge/has-judged.js';
import { Workshop } from '../../judge/workshop.js';
import type { Command } from '../command.js';
import type { OpenBaseline } from './baseline.js';
import { Interruption } from './interruption.js';
import type { KeptRun } from './kept-run.js';
import type { CheckOptions } from './check-options.js';
import { parseCheckOptions } from './options.js';
import { writeReports } from './output.js';
import { withProgress } from './progress.js';
import { verdictOn } from './verdict.js';

/** `podlint check`: would the API server take it, and what else is wrong. */
export const check: Command = async (args, console) => {
  const options = parseCheckOptions(args, console.cwd, (config) => runSettings(config, console.cwd));
  complain(console, options.notices);
  if (options.input === 'lines') return (await import('./lines/check-lines.js')).checkLines(options, console);
  const workshop = new Workshop(options, console);
  if (workshop.notice !== undefined && options.detail !== 'quiet') complain(console, [workshop.notice]);
  try {
    const { code, kept } = await checkIn(workshop, options, console);
    const ended = await endWith(code, args, console);
    kept?.keep(ended);
    return ended;
  } finally {
    const problem = workshop.close();
    if (problem !== undefined) complain(console, [`nothing is kept in the cache${nameOf(options.cache)}: ${problem}`]);
  }
};

function nameOf(cache: CheckOptions['cache']): string {
  return typeof cache === 'object' ? ` "${cache.folder}"` : '';
}

/** What failed while reports were written is no finding of theirs. */
async function endWith(code: ExitCode, args: readonly string[], console: Console): Promise<ExitCode> {
  const [fault] = takeFaults();
  if (fault === undefined) return code;
  const { recordInternalError } = await import('../../command-line/internal-error.js');
  complain(console, [recordInternalError(fault, args)]);
  return exitCode.internal;
}

/** How a run ended. */
interface Ended {
  readonly code: ExitCode;
  /** A run whose answer may be kept. */
  readonly kept?: KeptRun | undefined;
}

async function checkIn(workshop: Workshop, options: CheckOptions, console: Console): Promise<Ended> {
  // What is to be fixed, or compared with a baseline, is held as a whole.
  const prepareAll = (): Promise<Prepared> =>
    prepare({ ...options, workshop, longTexts: options.fix || options.baseline ? 'held' : 'apart' }, console);
  const found = await prepareAll();
  const all = (await isChangedByCleaning(found, options)) ? await prepareAll() : found;
  const baseline =
    options.baseline && (await import('./baseline.js')).openBaseline(options.baseline, options.detail, console);
  const prepared = options.changed || options.shard ? (await import('./select.js')).select(all, options, console) : all;
  const { files, longFiles, linter } = prepared;
  if (longFiles.length > 0) return { code: await inParts(prepared, options, console) };
  if (!options.fix) {
    const kept = await keptRun({ all, chosen: files }, workshop, options, console);
    const repeated = await kept?.repeat(options, console);
    if (repeated !== undefined) return { code: repeated };
    return { code: await judge(files, linter, { baseline, kept }, options, console), kept };
  }
  const report = await fix(files, baseline?.over(linter) ?? linter, options, console);
  return { code: report ? verdict(report, options, console) : exitCode.usage };
}

async function keptRun(
  files: Parameters<typeof KeptRun.of>[0],
  workshop: Workshop,
  options: CheckOptions,
  console: Console,
): Promise<KeptRun | undefined> {
  if (!workshop.isKeeping) return undefined;
  const { KeptRun: Run } = await import('./kept-run.js');
  return Run.of(files, workshop, options, console);
}

/** Whether files got their old text back from a run that was ended while it wrote fixes. */
async function isChangedByCleaning({ files }: Prepared, { fix }: CheckOptions): Promise<boolean> {
  return fix?.mode === 'write' && (await import('./fix-files.js')).cleanUpBeside(files);
}

/** A run with files too long to be held. */
async function inParts(prepared: Prepared, options: CheckOptions, console: Console): Promise<ExitCode> {
  const { judgeInParts } = await import('./in-parts.js');
  const { report, problems } = await judgeInParts(prepared, options, console);
  complain(console, problems);
  return problems.length > 0 ? exitCode.usage : verdict(report, options, console);
}

async function judge(
  files: readonly LoadedFile[],
  linter: Linter,
  { baseline, kept }: { readonly baseline: OpenBaseline | undefined } & Pick<Ended, 'kept'>,
  options: CheckOptions,
  console: Console,
): Promise<ExitCode> {
  const sources = files.map((file) => file.source);
  const interruption = new Interruption();
  if (files.length > 0) tellOfJudging();
  const found = await withProgress(console.stderr, files.length, () =>
    interruption.during((goesOn) => linter.lintInTurns(sources, goesOn)),
  );
  const isHalf = interruption.hasCome;
  // A baseline of some of the files would lack what is known of the others.
  const report = isHalf && options.baseline?.mode === 'write' ? found : (baseline?.settle(found) ?? found);
  const heard = kept?.hear(console) ?? console;
  await writeReports(report, sources, options, heard, console.stdout, kept);
  if (!isHalf) return verdict(report, options, heard);
  complain(console, ['the run was interrupted: what it did not come to is not checked']);
  return exitCode.interrupted;
}

/** The report that decides; undefined when a fix could not be written. */
async function fix(
  files: readonly LoadedFile[],
  linter: Linter,
  options: CheckOptions,
  console: Console,
): Promise<Report | undefined> {
  const { fixFiles, previewFixes } = await import('./fix-files.js');
  return options.fix?.mode === 'preview'
    ? previewFixes(files, linter, options, console)
    : fixFiles(files, linter, options, console);
}

function verdict(report: Report, options: CheckOptions, console: Console): ExitCode {
  const notice = options.detail === 'quiet' ? undefined : templateNotice(report);
  if (notice !== undefined) complain(console, [notice]);
  const isEmpty = report.summary.documents === 0 && options.emptyRuns === 'forbidden';
  const { exitCode: code, reasons } = isEmpty ? { exitCode: exitCode.clean, reasons: [] } : verdictOn(report, options);
  if (code !== exitCode.clean) {
    complain(console, reasons);
    return code;
  }
  const isAllowed = options.emptyRuns === 'allowed';
  const problem = isAllowed && report.files.length === 0 ? undefined : nothingJudged(report);
  if (problem === undefined) return code;
  complain(console, [isAllowed ? problem : `${problem}; --allow-empty lets such a run pass`]);
  return isAllowed ? code : exitCode.usage;
}
