import { appendFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '@podlint/engine';
import {
  type CodeDescription,
  type Format,
  jobSummary,
  type ReporterOptions,
  sarifCut,
  summaryLimit,
} from '@podlint/reporters';
import { writeProblem } from '@podlint/workspace';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { ruleEntries, serverEntries } from '../rules/entries.js';
import { loadPages } from '../rules/page.js';
import { isInside, repositoryTop } from './repository-top.js';

/**
 * What a format needs to know that is read by a platform: how the repository names files, and for SARIF what the codes
 * mean.
 */
export async function platformOptions(format: Format, console: Console): Promise<Partial<ReporterOptions>> {
  const repositoryPath = pathsFromTop(console);
  return format === 'sarif' ? { repositoryPath, describe: await descriptions() } : { repositoryPath };
}

async function descriptions(): Promise<NonNullable<ReporterOptions['describe']>> {
  const pageOf = await loadPages();
  const known = new Map([...serverEntries(), ...ruleEntries()].map((entry) => [entry.id, entry]));
  return (code): CodeDescription | undefined => {
    const entry = known.get(code);
    return entry && { summary: entry.summary, level: entry.level, page: pageOf(entry), messages: entry.messages };
  };
}

/** The command may run in a folder of the repository, and its paths start from there. */
function pathsFromTop(console: Console): (name: string) => string {
  const { cwd } = console;
  const top = repositoryTop(console);
  if (top === undefined) return (name) => name;
  return (name) => {
    const absolute = path.resolve(cwd, name);
    const isFile = !name.startsWith('<') && isInside(absolute, top);
    return isFile ? path.relative(top, absolute).replaceAll(path.sep, '/') : name;
  };
}

/**
 * Appends the job summary where GitHub asks for one. The log has it all, so that a summary that cannot be written is no
 * failure.
 */
function writeJobSummary(report: Report, options: ReporterOptions, console: Console): void {
  const file = console.environment.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(file, jobSummary(report, options, summaryLimit - used));
  } catch (error) {
    complain(console, [`the job summary cannot be written to "${file}" (GITHUB_STEP_SUMMARY): ${writeProblem(error)}`]);
  }
}

/** What a format has to say beside its report. */
export function tellPlatform(format: Format, report: Report, options: ReporterOptions, console: Console): void {
  const cut = format === 'sarif' ? sarifCut(report, options.detail) : undefined;
  if (cut !== undefined) complain(console, [cut]);
  if (format === 'github') writeJobSummary(report, options, console);
}
