import type { ReportedFile, Summary } from '@podlint/engine';
import type { ReportHead, ReportWriter } from './report-writer.js';
import type { Reporter, ReporterOptions } from './reporter.js';

/** For formats that begin with what is known at the end only: holds the findings, and no text, until then. */
export class HeldWriter implements ReportWriter {
  private readonly files: ReportedFile[] = [];
  /** The parts of the file that is being judged. */
  private parts: ReportedFile[] = [];

  constructor(
    private readonly head: ReportHead,
    private readonly reporter: Reporter,
    private readonly options: ReporterOptions,
  ) {}

  add(files: readonly ReportedFile[]): readonly string[] {
    this.closeFile();
    for (const file of files) this.files.push(detached(file));
    return [];
  }

  addPart(part: ReportedFile): readonly string[] {
    if (this.parts[0] && this.parts[0].path !== part.path) this.closeFile();
    this.parts.push(detached(part));
    return [];
  }

  end(total: Summary): readonly string[] {
    this.closeFile();
    return [this.reporter({ ...this.head, files: this.files, summary: total }, this.options)];
  }

  private closeFile(): void {
    const [first] = this.parts;
    if (first)
      this.files.push({
        ...first,
        documents: this.parts.flatMap(({ documents }) => documents),
        diagnostics: this.parts.flatMap(({ diagnostics }) => diagnostics),
      });
    this.parts = [];
  }
}

/** Fixes are worked out when they are asked for, and hold the text until then. */
function detached(file: ReportedFile): ReportedFile {
  return JSON.parse(JSON.stringify(file)) as ReportedFile;
}
