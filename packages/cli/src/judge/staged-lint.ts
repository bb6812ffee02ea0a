import type { Linter, Report, ReportedFile, SourceFile, StagedLinter } from '@podlint/engine';
import { nameOfText } from '@podlint/workspace';
import type { Conclusion, Examiner } from './examiner.js';
import type { ResultCache } from './result-cache.js';

export interface Stages {
  readonly linter: StagedLinter;
  readonly examiner: Examiner;
  readonly cache?: ResultCache | undefined;
  /** The digest of a file's text, where it is known without looking at the text. */
  readonly textName?: ((source: SourceFile) => string | undefined) | undefined;
}

type Facts = Parameters<StagedLinter['checkRun']>[0][number]['facts'];

/** Judges files in stages, each of which asks the cache first and leaves the rest to the examiner. */
export function stagedLint(stages: Stages): Linter['lint'] {
  return (files, context = []) => new StagedRun(stages, files, context).report();
}

/** A file with what names all that is said of it by itself; without a cache it has no name. */
interface KeyedFile {
  readonly source: SourceFile;
  readonly key: string;
}

class StagedRun {
  /** Those to report and those around them. */
  private readonly files: readonly KeyedFile[];
  private readonly wanted: ReadonlySet<string>;

  constructor(
    private readonly stages: Stages,
    files: readonly SourceFile[],
    context: readonly SourceFile[],
  ) {
    this.wanted = new Set(files.map(({ path }) => path));
    const all = [...files, ...context.filter(({ path }) => !this.wanted.has(path))];
    const names = new Map(stages.cache ? all.map((source) => [source.path, this.nameOf(source)]) : []);
    this.files = stages.linter.prepared(all).map((source) => ({
      source,
      key: stages.cache?.fileKey(source, stages.linter.circumstances(source.path), names.get(source.path) ?? '') ?? '',
    }));
  }

  report(): Report {
    const found = this.findInRun();
    const asked = this.files.flatMap(({ source, key }, index) =>
      this.wanted.has(source.path) ? [{ source, key, found: found[index] ?? '[]' }] : [],
    );
    return this.stages.linter.report(this.concluded(asked));
  }

  private nameOf(source: SourceFile): string {
    if ('skipped' in source) return `skipped: ${source.skipped}`;
    return this.stages.textName?.(source) ?? nameOfText(source.text);
  }

  /** What the rules over the whole run find, as JSON for each file that they say something of. */
  private findInRun(): Readonly<Record<number, string>> {
    const { cache, linter } = this.stages;
    if (!linter.hasRunRules(this.files.map(({ source }) => source))) return {};
    const versions = linter.versionsOf(
      this.files.flatMap(({ source }) => (this.wanted.has(source.path) ? [source] : [])),
    );
    const runKey = cache?.runKey([...versions, ...this.files.map(({ key }) => key)]) ?? '';
    const known = cache?.get('run', runKey);
    if (known !== undefined) return JSON.parse(known) as Record<number, string>;
    const facts = this.facts();
    const found = linter.checkRun(
      this.files.map(({ source }, index) => ({ source, facts: JSON.parse(facts[index]!) as Facts })),
      versions,
    );
    const saying = Object.fromEntries(
      found.flatMap((findings, index) => (findings.length === 0 ? [] : [[index, JSON.stringify(findings)]])),
    );
    cache?.put('run', runKey, JSON.stringify(saying));
    return saying;
  }

  private facts(): readonly string[] {
    const { cache, examiner } = this.stages;
    return answers(this.files, {
      known: ({ key }) => cache?.get('facts', key),
      work: (left) => examiner.facts(left.map(({ source }) => source)),
      keep: ({ key }, facts) => cache?.put('facts', key, facts),
    });
  }

  private concluded(asked: readonly (KeyedFile & Conclusion)[]): readonly ReportedFile[] {
    const { cache, examiner } = this.stages;
    const texts = answers(asked, {
      known: ({ key, found }) => cache?.getConclusion(key, found),
      work: (left) => examiner.conclusions(left),
      keep: ({ key, found }, conclusion) => cache?.putConclusion(key, found, conclusion),
    });
    return texts.map((text) => JSON.parse(text) as ReportedFile);
  }
}

interface Answering<Question> {
  readonly known: (question: Question) => string | undefined;
  readonly work: (left: readonly Question[]) => readonly string[];
  readonly keep: (question: Question, answer: string) => void;
}

/**
 * An answer to each question: one that is known, or else one that is worked out with all others that are not known, and
 * kept.
 */
function answers<Question>(
  questions: readonly Question[],
  { known, work, keep }: Answering<Question>,
): readonly string[] {
  const found = questions.map(known);
  const left = questions.filter((_, index) => found[index] === undefined);
  const made = left.length === 0 ? [] : work(left);
  left.forEach((question, index) => keep(question, made[index]!));
  let next = 0;
  return found.map((answer) => answer ?? made[next++]!);
}
