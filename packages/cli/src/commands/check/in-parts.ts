import { pushAll } from '@podlint/plain';
import {
  partSize,
  type Report,
  type ReportedFile,
  type ReportedPart,
  type Summary,
  type TextStream,
} from '@podlint/engine';
import { type LongFile, sizeLimit, UnreadableText, wholeLimit } from '@podlint/workspace';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import type { Prepared } from '../../command-line/prepare.js';
import { loadLateChecks } from '../../judge/late-checks.js';
import { collectOften } from '../../judge/collect-often.js';
import type { CheckOptions } from './check-options.js';
import { openReports, type ReportOutputs } from './report-outputs.js';
import { sumOf } from './totals.js';

/** What came of a run that was reported while it was judged. */
export interface PartedRun {
  /** Its summary is of everything; its files are those that were held. */
  readonly report: Report;
  /** Files that were not read to their end, one line each. Not empty: the run is not what was asked for. */
  readonly problems: readonly string[];
}

/**
 * Judges files of which some are too long to be held: these are read, judged and reported part by part, in their place
 * among the others.
 * Rules that compare objects see the held files together, and each part by itself.
 */
export async function judgeInParts(
  { files, longFiles, linter, definitions }: Prepared,
  options: CheckOptions,
  console: Console,
): Promise<PartedRun> {
  complain(console, [partsNote(longFiles)]);
  // Nobody knows what is in the parts to come.
  await loadLateChecks();
  collectOften();
  const sources = files.map(({ source }) => source);
  const held = linter.lint(sources);
  const streams = longFiles.map((file) => ({ file, stream: linter.stream(file.source.path) }));
  const asked = new Set([
    ...(files.length > 0 ? held.kubernetesVersions : []),
    ...streams.flatMap(({ stream }) => stream.kubernetesVersions),
  ]);
  const report: Report = { ...held, kubernetesVersions: [...asked] };
  const run = new PartedReport(report, await openReports(report, sources, options, console), definitions);
  const problems: string[] = [];
  for (const { file, stream } of streams) pushAll(problems, await run.addLong(file, stream));
  await run.end();
  return { report: { ...report, summary: run.total }, problems };
}

function partsNote([first, ...more]: readonly LongFile[]): string {
  const names = `"${first!.source.path}"${more.length === 0 ? '' : ` and ${more.length} more`}`;
  return `${names}: longer than ${megabytes(wholeLimit)}, so judged in parts of ${megabytes(partSize.length)}; rules that compare objects see one part at a time`;
}

function megabytes(size: number): string {
  return `${size / 2 ** 20} MB`;
}

/** More than `apiVersion` with its value has, which a piece may end in. UTF-16 units. */
const longestName = 512;

/** A report on its way to where it is written. */
class PartedReport {
  total: Summary;
  private left: readonly ReportedFile[];

  constructor(
    { summary, files }: Report,
    private readonly outputs: ReportOutputs,
    private readonly definitions: Prepared['definitions'],
  ) {
    this.total = summary;
    this.left = files;
  }

  /** Judges a long file and reports it behind the files with lesser paths. Returns why it was not read to its end. */
  async addLong(file: LongFile, stream: TextStream): Promise<string[]> {
    await this.addBefore(file.source.path);
    this.total = { ...this.total, files: this.total.files + 1 };
    try {
      let seen = '';
      for await (const piece of file.pieces()) {
        await this.definitions.meet(seen + piece);
        seen = piece.slice(-longestName);
        if (!(await this.addParts(stream.write(piece)))) return [];
        if (stream.pending > sizeLimit)
          throw new UnreadableText(
            `a document of more than ${megabytes(sizeLimit)}, the most that is read, begins there: split it`,
          );
      }
      await this.addParts(stream.end());
      return [];
    } catch (error) {
      if (!(error instanceof UnreadableText)) throw error;
      const extent = stream.judgedLines === 0 ? 'not checked' : `checked up to line ${stream.judgedLines} only`;
      return [`"${file.source.path}" is ${extent}: ${error.reason}`];
    }
  }

  async end(): Promise<void> {
    await this.outputs.add(this.left);
    await this.outputs.end(this.total);
  }

  private async addBefore(path: string): Promise<void> {
    const first = this.left.findIndex((file) => file.path > path);
    const before = first < 0 ? this.left : this.left.slice(0, first);
    this.left = this.left.slice(before.length);
    await this.outputs.add(before);
  }

  /** False: nobody takes more of the report. */
  private async addParts(parts: Iterable<ReportedPart>): Promise<boolean> {
    for (const part of parts) {
      // The file is counted already.
      this.total = sumOf(this.total, { ...part.report.summary, files: 0 });
      if (!(await this.outputs.addPart(part))) return false;
    }
    return true;
  }
}
