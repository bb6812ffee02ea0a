import { toolVersion } from '@podlint/model';
import type { PartSize } from '@podlint/syntax';
import type { KustomizeBuilds } from '../builds/hook.js';
import { withPatchesMarked } from '../documents/kustomize.js';
import type { SourceFile } from '../documents/source-file.js';
import { explain, type ExplainOptions } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';
import { noteFault } from '../findings/fault.js';
import { compareText } from '../findings/compare-text.js';
import type { Details } from '../pipeline/compact.js';
import { conclude } from '../pipeline/conclude.js';
import type { ExaminedFile } from '../pipeline/examined.js';
import { runRules, type RunFile } from '../pipeline/run.js';
import { report, wholeFile } from '../report/assemble.js';
import type { Report, ReportedDocument, ReportedFile } from '../report/report.js';
import type { Rule } from '../rule/rule.js';
import {
  collectionsFor,
  FileCircumstances,
  type Circumstances,
  type LinterOptions,
} from '../settings/circumstances.js';
import { update, type UpdateReport } from '../update/update.js';
import type { CustomResources } from '../verdict/custom-resources.js';
import { createExaminerWith, type Examiner } from './examiner.js';
import { FilesAgain } from './files-again.js';
import { lintBuilds } from './lint-builds.js';
import { PartedTextStream, type TextStream } from './text-stream.js';

export interface Linter {
  /**
   * Judges all files together; pure, and may be called again and again.
   * @param context other files of the same run: rules over the whole run see them, and nothing is reported of them
   */
  lint(files: readonly SourceFile[], context?: readonly SourceFile[]): Report;
  /**
   * Judges a text of any length that comes in pieces, in parts: rules that compare objects see one part at a time, and
   * never take it for all there is.
   */
  stream(path: string, size?: PartSize): TextStream;
  /**
   * Would the server take the objects of `newText` in the place of those of `oldText`? For the last of the versions
   * asked for.
   */
  update(oldText: string, newText: string): UpdateReport;
  /** What would really run, for each object of a kind that podlint judges. For the last of the versions asked for. */
  explain(files: readonly SourceFile[], options?: ExplainOptions): Explanation[];
}

const tool = { name: 'podlint', version: toolVersion } as const;

/** How the files of a run are worked on. */
export interface LinterMeans {
  /** Default: they are examined here and now. */
  readonly examiner?: Examiner;
  /** When fixes and fingerprints are worked out; default: when somebody asks for them. */
  readonly details?: Details;
  /** What judges custom resources, for who has definitions of some. */
  readonly customResources?: CustomResources | undefined;
  /** Default: kustomizations are not built, and files are judged as they are. */
  readonly builds?: KustomizeBuilds;
  /** Told of each part of a text that comes as a stream, before it is judged. */
  readonly onPart?: (part: SourceFile) => void;
}

/**
 * A linter that knows the rules of a catalogue.
 * @throws UnknownVersionError, UnknownRuleError
 */
export function createLinterWith(
  catalogue: readonly Rule[],
  options: LinterOptions = {},
  {
    customResources,
    examiner = createExaminerWith(catalogue, options, customResources),
    details = 'when asked',
    builds,
    onPart,
  }: LinterMeans = {},
): Linter {
  const circumstances = new FileCircumstances(catalogue, options, customResources);
  const run = new LintRun(circumstances, examiner, details, builds);
  return {
    lint: (files, context) => run.lint(files, context),
    stream: (path, size) => {
      const by = circumstances.inParts(path);
      return new PartedTextStream(
        {
          tool,
          path,
          collector: circumstances.collector(collectionsFor([by])),
          ...by,
          onPart,
          details: details === 'when asked' ? 'at once' : details,
        },
        size,
      );
    },
    update: (oldText, newText) => update(oldText, newText, circumstances),
    explain: (files, asked) => explain(inOrder(files), circumstances, asked),
  };
}

/** In the order of the report. */
function inOrder(files: readonly SourceFile[]): readonly SourceFile[] {
  return [...files].sort((a, b) => compareText(a.path, b.path));
}

interface FileOfRun extends RunFile {
  readonly file: ExaminedFile;
  readonly by: Circumstances;
}

/** With objects that no file holds. */
function withDocuments(file: ReportedFile, more: readonly ReportedDocument[] = []): ReportedFile {
  return more.length === 0 ? file : { ...file, documents: [...file.documents, ...more] };
}

/** The three steps, over files that are all at hand. */
class LintRun {
  constructor(
    private readonly circumstances: FileCircumstances,
    private readonly examiner: Examiner,
    private readonly details: Details,
    private readonly builds: KustomizeBuilds | undefined,
  ) {}

  lint(files: readonly SourceFile[], context: readonly SourceFile[] = []): Report {
    if (!this.builds) return this.lintWith(undefined, files, context);
    try {
      return this.lintWith(this.builds, files, context);
    } catch (error) {
      // What fails on a kustomization costs its builds, and no file.
      noteFault(error);
      return this.lintWith(undefined, files, context);
    }
  }

  private lintWith(
    kustomize: KustomizeBuilds | undefined,
    files: readonly SourceFile[],
    context: readonly SourceFile[],
  ): Report {
    const wanted = new Set(files.map(({ path }) => path));
    const given = [...files, ...context.filter(({ path }) => !wanted.has(path))];
    const marked = inOrder(withPatchesMarked(given));
    const builds = kustomize?.of(marked);
    const own = (builds?.sources ?? marked).map((source) => ({ source, by: this.circumstances.of(source.path) }));
    const made = (builds?.made ?? []).map(({ source, kustomization }) => ({
      source,
      by: this.circumstances.of(kustomization),
    }));
    const sources = [...own, ...made];
    const again = new FilesAgain(sources);
    const all = this.examined(sources, again);
    const examined = builds ? all.slice(0, own.length) : all;
    const concerned = examined.filter(({ file }) => wanted.has(file.path));
    const versions = this.circumstances.jointVersions(
      (concerned.length > 0 ? concerned : examined).map(({ by }) => by),
    );
    const { lookUp } = again;
    const judged = builds
      ? lintBuilds(builds, {
          own: examined,
          sources: new Map(own.map(({ source }) => [source.path, source])),
          isConcerned: (path) => wanted.has(path),
          made: all.slice(own.length),
          versions,
          lookUp,
        })
      : { files: examined, found: runRules(examined, versions) };
    const concluded = examined.flatMap((one, index) => {
      const file = judged.files[index]?.file;
      if (!file || !wanted.has(file.path)) return [];
      const by = { by: one.by, found: judged.found.get(one) ?? [], again: lookUp(file.path), lookUp };
      return [withDocuments(wholeFile(conclude(file, by).file), builds?.documentsOf(file.path))];
    });
    return report(
      tool,
      versions.map(({ name }) => name),
      concluded,
    );
  }

  private examined(
    sources: readonly { readonly source: SourceFile; readonly by: Circumstances }[],
    again: FilesAgain,
  ): FileOfRun[] {
    const collecting = collectionsFor(sources.map(({ by }) => by));
    const files = sources.map(({ source, by: { settings } }) => ({ source, settings }));
    const examined = this.examiner.examine({ files, collecting, details: this.details });
    return sources.flatMap(({ by }, index) => {
      const file = examined[index];
      return file
        ? [{ file, by, ofObjects: by.ofObjects, read: (position, version) => again.view(file.path, position, version) }]
        : [];
    });
  }
}
