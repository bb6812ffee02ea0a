import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Linter, Report } from '@podlint/engine';
import {
  type Baseline,
  BaselineError,
  type BaselineFiles,
  baselineText,
  makeBaseline,
  parseBaseline,
  setAside,
  type StaleFinding,
} from '@podlint/engine/baseline';
import { visible, visibleJson } from '@podlint/reporters';
import { GitError, reasonOf, textAt } from '@podlint/workspace';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { UsageError } from '../../command-line/usage-error.js';
import { writeAnswer } from '../../command-line/write-answer.js';
import type { BaselineOption } from './baseline-option.js';
import type { CheckOptions } from './check-options.js';

/** Stale findings that are named one by one. */
const mostNamed = 10;

/** Throws UsageError if the file is not there, unless it is to be written, and if it is no baseline. */
export function openBaseline(option: BaselineOption, detail: CheckOptions['detail'], console: Console): OpenBaseline {
  return new OpenBaseline(option, detail, console, readBaseline(option, console.cwd));
}

/** The baseline of a run: what it sets aside is neither reported nor fixed, and does not fail the run. */
export class OpenBaseline {
  private readonly files: BaselineFiles;

  constructor(
    private readonly option: BaselineOption,
    private readonly detail: CheckOptions['detail'],
    private readonly console: Console,
    private baseline: Baseline,
  ) {
    this.files = filesBeside(path.resolve(console.cwd, option.file), console.cwd);
  }

  /**
   * The report without what is set aside. Writes the baseline first where that was asked for; else tells what of it is
   * there no more.
   */
  settle(report: Report): Report {
    if (this.option.mode === 'write') this.write(makeBaseline(report, this.baseline, this.files));
    const { report: left, stale } = setAside(report, this.baseline, this.files);
    if (this.detail !== 'quiet' && stale.length > 0) complain(this.console, this.staleLines(stale));
    return left;
  }

  /** A linter to whom what is set aside is not there, so that it is not fixed either. */
  over(linter: Linter): Linter {
    return {
      ...linter,
      lint: (files, context) => setAside(linter.lint(files, context), this.baseline, this.files).report,
    };
  }

  private write(made: Baseline): void {
    const { file } = this.option;
    const known = new Set(printsIn(this.baseline));
    const prints = printsIn(made);
    writeAnswer('baseline', file, visibleJson(baselineText(made)), this.console.cwd);
    const added = prints.filter((print) => !known.has(print)).length;
    const removed = known.size - (prints.length - added);
    if (this.detail !== 'quiet')
      this.console.stderr.write(
        `Wrote ${visible(file)}: ${plural(prints.length)} (${added} added, ${removed} taken out).\n`,
      );
    this.baseline = made;
  }

  private staleLines(stale: readonly StaleFinding[]): string[] {
    const { file } = this.option;
    const more = stale.length - mostNamed;
    return [
      `${plural(stale.length)} of the baseline ${stale.length === 1 ? 'is' : 'are'} there no more; --write-baseline=${file} takes ${stale.length === 1 ? 'it' : 'them'} out:`,
      ...stale.slice(0, mostNamed).map(({ name, about }) => `  ${name}: ${about}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ];
  }
}

/** Names in a baseline are relative to its folder, so that it holds wherever podlint is called from. */
function filesBeside(file: string, cwd: string): BaselineFiles {
  const folder = path.dirname(file);
  return {
    nameOf: (name) =>
      isStream(name) ? name : path.relative(folder, path.resolve(cwd, name)).replaceAll(path.sep, '/'),
    isGone: (name) => !isStream(name) && !existsSync(path.resolve(folder, name)),
  };
}

/** Such as `<stdin>`, which no file is called. */
function isStream(name: string): boolean {
  return name.startsWith('<');
}

function readBaseline({ file, mode, commit }: BaselineOption, cwd: string): Baseline {
  const absolute = path.resolve(cwd, file);
  const isThere = commit !== undefined || existsSync(absolute);
  if (!isThere && mode === 'write') return new Map();
  if (!isThere)
    throw new UsageError(
      `no such baseline: "${file}"; podlint --write-baseline=${file} makes it of what is found today`,
    );
  try {
    return parseBaseline(commit === undefined ? readFileSync(absolute, 'utf8') : textIn(commit, file, absolute));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const isKnown = error instanceof BaselineError || error instanceof GitError;
    throw new UsageError(`the baseline "${file}" cannot be used: ${isKnown ? error.message : reasonOf(error)}`);
  }
}

function textIn(commit: string, file: string, absolute: string): string {
  const text = textAt(commit, absolute);
  if (text === undefined)
    throw new UsageError(`"${commit}" has no baseline "${file}": commit one there, or leave out --baseline-from`);
  return text;
}

function printsIn(baseline: Baseline): string[] {
  return [...baseline].flatMap(([name, findings]) => [...findings.keys()].map((print) => `${name}\n${print}`));
}

function plural(count: number): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'}`;
}
