import type { ReportedFile, Summary } from '@podlint/engine';
import type { ReportHead, ReportWriter } from './report-writer.js';
import type { ReporterOptions } from './reporter.js';
import { type CodeCount, Statistics } from './text/statistics.js';
import { severities } from './severities.js';
import { visibleJson } from './sanitize.js';

/**
 * The report as JSON, written while it is made: a file a line, so that tools for lines find their way in it. Of a file
 * in parts the findings come first, as they are made, and what is known of its documents is held until its end: an
 * entry of some hundred bytes for each.
 */
export class JsonWriter implements ReportWriter {
  private filesWritten = 0;
  private openFile: OpenFile | undefined;
  private hasHead = false;

  private readonly statistics: Statistics | undefined;

  constructor(
    private readonly head: ReportHead,
    { listing }: Pick<ReporterOptions, 'listing'> = {},
  ) {
    if (listing === 'statistics') this.statistics = new Statistics();
  }

  *add(files: readonly ReportedFile[]): Generator<string> {
    yield this.start();
    yield* this.closeFile();
    for (const file of files) {
      this.statistics?.add(file);
      yield this.nextFile() + toJson(file);
    }
  }

  *addPart(part: ReportedFile): Generator<string> {
    yield this.start();
    if (this.openFile?.path !== part.path) yield* this.closeFile();
    if (!this.openFile) yield this.openPart(part.path);
    this.statistics?.add(part);
    yield* this.openFile!.add(part);
  }

  *end(total: Summary): Generator<string> {
    yield this.start();
    yield* this.closeFile();
    yield `${this.filesWritten === 0 ? '' : '\n'}],\n${this.statisticsText()}"summary":${toJson(total)}}\n`;
  }

  private statisticsText(): string {
    return this.statistics ? `"statistics":${toJson(allRows(this.statistics))},\n` : '';
  }

  /** The fields before the files. */
  private start(): string {
    if (this.hasHead) return '';
    this.hasHead = true;
    return `${toJson(this.head).slice(0, -'}'.length)},"files":[`;
  }

  private nextFile(): string {
    return this.filesWritten++ === 0 ? '\n' : ',\n';
  }

  private openPart(path: string): string {
    this.openFile = new OpenFile(path);
    return `${this.nextFile()}{"path":${toJson(path)},"diagnostics":[`;
  }

  private *closeFile(): Generator<string> {
    if (this.openFile) yield* this.openFile.close();
    this.openFile = undefined;
  }
}

/** The gravest first, and of these the commonest. */
function allRows(statistics: Statistics): CodeCount[] {
  return severities.flatMap((severity) => statistics.rows(severity));
}

// Browsers and Node have both; the language's own library has no types for them.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A file of which more parts may follow. */
class OpenFile {
  /**
   * As bytes, which the garbage collector does not count: as objects or texts they would make it wait twice as long.
   */
  private readonly documents: Uint8Array[] = [];
  private diagnostics = 0;

  constructor(readonly path: string) {}

  add({ documents, diagnostics }: ReportedFile): readonly string[] {
    if (documents.length > 0) this.documents.push(encoder.encode(documents.map(toJson).join(',')));
    return diagnostics.map((diagnostic) => `${this.diagnostics++ === 0 ? '' : ','}${toJson(diagnostic)}`);
  }

  *close(): Generator<string> {
    yield '],"documents":[';
    for (const [index, bytes] of this.documents.entries()) yield (index === 0 ? '' : ',') + decoder.decode(bytes);
    yield ']}';
  }
}

/** On one line, and printable. */
function toJson(value: unknown): string {
  return visibleJson(JSON.stringify(value));
}
