import path from 'node:path';
import type { RuleContext } from '@eslint/core';
import type { ReportedDiagnostic } from '@podlint/engine';
import { isCustomId } from '@podlint/engine/config';
import { fixesOf, type Fixes } from './fixes.js';
import { judge } from './linters.js';
import { readSettings } from './settings.js';

/** What podlint has to say of a text, by the rule of ESLint that tells it. */
export interface Findings {
  readonly byCode: ReadonlyMap<string, readonly ReportedDiagnostic[]>;
  readonly fixes: Fixes;
  /** Why nothing could be said. */
  readonly problem?: string;
}

/** The part of a rule's context that says what is linted, and how. */
type File = Pick<RuleContext, 'cwd' | 'filename' | 'settings'> & { readonly sourceCode: { readonly text: string } };

/**
 * One run of ESLint over one text. Its rules say first that they are on, all of them, and then ask: the text is judged
 * when the first one asks.
 */
export class Analysis {
  private readonly turnedOn = new Map<string, object | undefined>();
  private found: Findings | undefined;

  constructor(private readonly file: File) {}

  get isOver(): boolean {
    return this.found !== undefined;
  }

  turnOn(id: string, options: object | undefined): void {
    this.turnedOn.set(id, options);
  }

  /** Whether it is this rule that tells what is wrong with the settings, for all of them. */
  isFirst(id: string): boolean {
    return this.turnedOn.keys().next().value === id;
  }

  get findings(): Findings {
    return (this.found ??= this.find());
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
    const by = { cwd, settings, turnedOn: this.turnedOn };
    const diagnostics = judge(path.resolve(cwd, filename), sourceCode.text, by)?.diagnostics ?? [];
    return { byCode: byCode(diagnostics), fixes: fixesOf(diagnostics) };
  }
}

function byCode(diagnostics: readonly ReportedDiagnostic[]): Map<string, ReportedDiagnostic[]> {
  const groups = new Map<string, ReportedDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const rule = isCustomId(diagnostic.code) ? 'custom' : diagnostic.code;
    const group = groups.get(rule);
    if (group) group.push(diagnostic);
    else groups.set(rule, [diagnostic]);
  }
  return groups;
}

function nothing(problem: string): Findings {
  return { byCode: new Map(), fixes: new Map(), problem };
}

const analyses = new WeakMap<object, Analysis>();

/** That of the run that is just beginning; the next run over the same text is another one. */
export function analysisOf(file: File): Analysis {
  let analysis = analyses.get(file.sourceCode);
  if (!analysis || analysis.isOver) analyses.set(file.sourceCode, (analysis = new Analysis(file)));
  return analysis;
}
