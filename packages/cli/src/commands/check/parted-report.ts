import type { Report, ReportedFile, ReportedPart, Summary, TextStream } from '@podlint/engine';
import { type LongFile, sizeLimit, UnreadableText } from '@podlint/workspace';
import type { Prepared } from '../../command-line/prepare.js';
import type { ReportOutputs } from './report-outputs.js';
import { sumOf } from './totals.js';

/** More than `apiVersion` with its value has, which a piece may end in. UTF-16 units. */
const longestName = 512;

/** A report on its way to where it is written. */
export class PartedReport {
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

export function megabytes(size: number): string {
  return `${size / 2 ** 20} MB`;
}
