import { roleOf, type SourceFile, type StagedFile, type StagedLinter } from '@podlint/engine';

/** A file and the findings of the run about it, as JSON. */
export interface Conclusion {
  readonly source: SourceFile;
  readonly found: string;
}

/** Does the work that is about one file at a time. All answers are JSON, in the order of the questions. */
export interface Examiner {
  /** What the rules over the whole run need to know of files. */
  facts(sources: readonly SourceFile[]): readonly string[];
  /** The files as they are reported. */
  conclusions(asked: readonly Conclusion[]): readonly string[];
}

/** What every thread does for itself. A file is examined once for its facts and its conclusion. */
export class FileExaminer {
  private readonly examined = new Map<string, { readonly source: SourceFile; readonly file: StagedFile }>();

  constructor(private readonly linter: Pick<StagedLinter, 'examine'>) {}

  facts(source: SourceFile): string {
    const file = this.linter.examine(source);
    this.examined.set(source.path, { source, file });
    return JSON.stringify(file.facts());
  }

  conclusion({ source, found }: Conclusion): string {
    const known = this.examined.get(source.path);
    this.examined.delete(source.path);
    // Its facts may have come from a cache since the path was examined, and its text from a fix.
    const file = known && isSame(known.source, source) ? known.file : this.linter.examine(source);
    return JSON.stringify(file.conclude(JSON.parse(found) as Parameters<StagedFile['conclude']>[0]));
  }
}

function isSame(a: SourceFile, b: SourceFile): boolean {
  return roleOf(a) === roleOf(b) && ('text' in a && 'text' in b ? a.text === b.text : !('text' in a) && !('text' in b));
}

/** In this thread. */
export function localExaminer(linter: StagedLinter): Examiner {
  const files = new FileExaminer(linter);
  return {
    facts: (sources) => sources.map((source) => files.facts(source)),
    conclusions: (asked) => asked.map((one) => files.conclusion(one)),
  };
}
