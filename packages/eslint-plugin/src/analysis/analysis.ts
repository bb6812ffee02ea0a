import path from 'node:path';
import type { RuleContext } from '@eslint/core';
import type { ReportedDiagnostic } from '@podlint/engine';
import { isCustomId } from '@podlint/engine/config';
import { ManifestSourceCode } from '../language/source-code.js';
import { fixesOf, type Fixes } from './fixes.js';
import { judge } from './linters.js';
import { placeIn, type RuleContextOfText } from './rule-context.js';
import type { RuleReporter } from './rule-reporter.js';
import { RulesOn } from './rules-on.js';
import { readSettings } from './settings.js';

/** What podlint has to say of a text. */
interface Findings {
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly fixes: Fixes;
  /** Why nothing could be said. */
  readonly problem?: string;
}

/** The part of a rule's context that says what is linted, and how. */
type File = Pick<RuleContext, 'cwd' | 'filename' | 'settings'> & { readonly sourceCode: { readonly text: string } };

/** One run of ESLint over one text. Its rules say first that they are on, all of them; then the text is judged, once. */
export class Analysis {
  private rules = RulesOn.none;
  /** Of the rules, as they came. */
  private readonly contexts: RuleContextOfText[] = [];
  private reported = false;

  constructor(private readonly file: File) {}

  /** No rule has said yet that it is on. */
  get isFresh(): boolean {
    return this.contexts.length === 0;
  }

  get isOver(): boolean {
    return this.reported;
  }

  /** @param options those that differ from the defaults */
  turnOn(rule: RuleReporter, options: object | undefined, context: RuleContextOfText): void {
    this.rules = this.rules.and(rule, options);
    this.contexts.push(context);
  }

  /** Tells what was found, each finding in the name of its rule if that one is on. */
  report(): void {
    this.reported = true;
    const { diagnostics, fixes, problem } = this.find();
    if (problem !== undefined) this.tellProblem(problem);
    for (const diagnostic of diagnostics) this.tell(diagnostic, fixes);
  }

  /** What is wrong with the settings, for all rules. */
  private tellProblem(message: string): void {
    const [context] = this.contexts;
    context?.report({ loc: placeIn(context, 1, 1), message });
  }

  private tell(diagnostic: ReportedDiagnostic, fixes: Fixes): void {
    const { code } = diagnostic;
    const found = this.rules.find(isCustomId(code) ? 'custom' : code);
    found?.rule.tell(diagnostic, fixes, this.contexts[found.place]!);
  }

  private find(): Findings {
    try {
      return this.judged();
    } catch (error) {
      // A config file that is wrong, say: ESLint would give up on all files.
      return nothing(error instanceof Error ? error.message : String(error));
    }
  }

  private judged(): Findings {
    const { cwd, filename, sourceCode } = this.file;
    const settings = readSettings(this.file.settings);
    if ('problem' in settings) return nothing(settings.problem);
    const by = { cwd, settings, rules: this.rules };
    const code = { text: sourceCode.text, read: ManifestSourceCode.readerOf(sourceCode) };
    const diagnostics = judge(path.resolve(cwd, filename), code, by)?.diagnostics ?? [];
    return { diagnostics, fixes: fixesOf(diagnostics) };
  }
}

function nothing(problem: string): Findings {
  return { diagnostics: [], fixes: new Map(), problem };
}

let current: { readonly sourceCode: object; readonly analysis: Analysis } | undefined;

/**
 * That of the run that is just beginning: ESLint asks all rules of a file at once, and nothing in between. (A WeakMap would
 * keep the trees of many files: V8 looks for what is unreachable in one only when it collects the whole heap.)
 */
export function analysisOf(file: File): Analysis {
  const { sourceCode } = file;
  if (current?.sourceCode !== sourceCode || current.analysis.isOver)
    current = { sourceCode, analysis: new Analysis(file) };
  return current.analysis;
}

/** What all rules found in the file that ESLint is at. One function for all files: ESLint keeps each that it is given. */
export function reportCurrent(): void {
  current?.analysis.report();
}
