import type { PartSize } from '@podlint/syntax';
import type { KustomizeBuilds } from '../builds/hook.js';
import type { SourceFile } from '../documents/source-file.js';
import { explain, type ExplainOptions } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';
import type { Details } from '../pipeline/compact.js';
import type { Report } from '../report/report.js';
import type { Rule } from '../rule/rule.js';
import { collectionsFor, FileCircumstances, type LinterOptions } from '../settings/circumstances.js';
import { update, type UpdateReport } from '../update/update.js';
import type { CustomResources } from '../verdict/custom-resources.js';
import { createExaminerWith, type Examiner } from './examiner.js';
import { inOrder } from './in-order.js';
import { LintRun } from './lint-run.js';
import { tool } from './tool.js';
import { PartedTextStream, type TextStream } from './text-stream.js';

export interface Linter {
  /**
   * Judges all files together; pure, and may be called again and again.
   * @param context other files of the same run: rules over the whole run see them, and nothing is reported of them
   */
  lint(files: readonly SourceFile[], context?: readonly SourceFile[]): Report;
  /**
   * The same in turns, between which the program can do something else. Files that it does not come to are in the report
   * as skipped.
   * @param goesOn asked before each turn; false: the run ends with what was found so far
   */
  lintInTurns(
    files: readonly SourceFile[],
    goesOn: () => Promise<boolean>,
    context?: readonly SourceFile[],
  ): Promise<Report>;
  /**
   * Judges a text of any length that comes in pieces, in parts: rules that compare objects see one part at a time, and
   * never take it for all there is.
   */
  stream(path: string, size?: PartSize): TextStream;
  /**
   * Would the server take the objects of `newText` in the place of those of `oldText`? For the last of the versions
   * asked for.
   * @param newPath what the new text is called where a place names its file; default: `new`
   */
  update(oldText: string, newText: string, newPath?: string): UpdateReport;
  /** What would really run, for each object of a kind that podlint judges. For the last of the versions asked for. */
  explain(files: readonly SourceFile[], options?: ExplainOptions): Explanation[];
}

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
    lintInTurns: (files, goesOn, context) => run.lintInTurns(files, goesOn, context),
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
    update: (oldText, newText, newPath = 'new') => update(oldText, { path: newPath, text: newText }, circumstances),
    explain: (files, asked) => explain(inOrder(files), circumstances, asked),
  };
}
