import { report } from '../report/assemble.js';
import { withPatchesMarked } from '../documents/kustomize.js';
import { Run, tool, type LinterOptions } from './linter.js';
import type { Report, ReportedFile, SourceFile } from '../report/report.js';
import type { Rule } from '../rule/rule.js';
import { checkRun, type RunFile } from './check-run.js';
import { factsOf, membersFrom, type FileFacts } from './facts.js';
import { versionNamed } from '../settings/versions.js';
import { fromPlainFinding, plainFinding, type PlainRunFinding } from './plain-finding.js';

/** A file that was examined by itself. */
export interface StagedFile {
  /** What the rules over the whole run need to know of it; JSON. */
  facts(): FileFacts;
  /** What there is to say of it, given what the run found. May be asked once. */
  conclude(found: readonly PlainRunFinding[]): ReportedFile;
}

export interface FileWithFacts {
  readonly source: SourceFile;
  readonly facts: FileFacts;
}

/**
 * `lint` in parts that can be done in different threads, or left out where their results were kept. All that goes from
 * one part to another is JSON.
 * What a file says in the end follows from its text, its path and role, what it is judged by, and the findings of the
 * run about it.
 */
export interface StagedLinter {
  /** The files in the order of the report, with their roles. */
  prepared(files: readonly SourceFile[]): readonly SourceFile[];
  /** What a file is judged by, as a text: equal texts, equal judgements. */
  circumstances(path: string): string;
  examine(file: SourceFile): StagedFile;
  /** Whether any rule looks at the whole run. */
  hasRunRules(files: readonly SourceFile[]): boolean;
  /** The Kubernetes versions that files are judged for. */
  versionsOf(files: readonly { readonly path: string }[]): readonly string[];
  /**
   * What the rules over the whole run find for these versions, for each of the files. What facts do not tell is looked
   * up in the files.
   */
  checkRun(files: readonly FileWithFacts[], versions: readonly string[]): (readonly PlainRunFinding[])[];
  report(files: readonly ReportedFile[]): Report;
}

/** @throws UnknownVersionError, UnknownRuleError */
export function createStagedLinterWith(catalogue: readonly Rule[], options: LinterOptions = {}): StagedLinter {
  return new Stages(new Run(catalogue, options), options.inlineConfig !== false);
}

class Stages implements StagedLinter {
  constructor(
    private readonly run: Run,
    private readonly inlineConfig: boolean,
  ) {}

  prepared(files: readonly SourceFile[]): readonly SourceFile[] {
    return this.run.sorted(withPatchesMarked(files));
  }

  circumstances(path: string): string {
    const { settings, versions } = this.run.circumstancesOf(path);
    return JSON.stringify([settings, versions.map(({ name }) => name), this.inlineConfig]);
  }

  examine(source: SourceFile): StagedFile {
    const examined = this.run.examine(source);
    return {
      facts: () => factsOf(examined.members),
      conclude: (found) => this.run.conclude(examined, found.map(fromPlainFinding)),
    };
  }

  hasRunRules(files: readonly SourceFile[]): boolean {
    return files.some(({ path }) => this.run.circumstancesOf(path).rules.looksAtRuns);
  }

  checkRun(files: readonly FileWithFacts[], versions: readonly string[]): (readonly PlainRunFinding[])[] {
    const runFiles = files.map(({ source, facts }) => this.restored(source, facts));
    const found = checkRun(runFiles, versions.map(versionNamed));
    return runFiles.map((file) => found.get(file)!.map(plainFinding));
  }

  private restored(source: SourceFile, facts: FileFacts): RunFile {
    const { rules, versions } = this.run.circumstancesOf(source.path);
    let members: RunFile['members'] | undefined;
    return {
      rules,
      members: membersFrom(
        { path: source.path, rules, examined: () => (members ??= this.run.examine(source).members) },
        facts,
        versions,
      ),
    };
  }

  report(files: readonly ReportedFile[]): Report {
    return report(tool, this.versionsOf(files), files);
  }

  versionsOf(files: readonly { readonly path: string }[]): readonly string[] {
    return this.run.versionsOf(files.map(({ path }) => this.run.circumstancesOf(path))).map(({ name }) => name);
  }
}
