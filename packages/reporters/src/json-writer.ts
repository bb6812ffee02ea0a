import type { ReportedFile, Summary } from '@podlint/engine';
import { allRows } from './json.js';
import type { ReportHead, ReportWriter } from './report-writer.js';
import type { ReporterOptions } from './reporter.js';
import { Statistics } from './text/statistics.js';
import { visibleJson } from './sanitize.js';

/**
 * The report as JSON, written while it is made. Of a file in parts the findings come first, as they are made, and what
 * is known of its documents is held until its end: an entry of some hundred bytes for each.
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
      yield this.nextFile() + indented(file, 4);
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
    yield `${this.filesWritten === 0 ? '' : '\n  '}],${this.statisticsText()}\n  "summary": ${indented(total, 2)}\n}\n`;
  }

  private statisticsText(): string {
    return this.statistics ? `\n  "statistics": ${indented(allRows(this.statistics), 2)},` : '';
  }

  /** The fields before the files. */
  private start(): string {
    if (this.hasHead) return '';
    this.hasHead = true;
    const head = indented(this.head, 0);
    return `${head.slice(0, -'\n}'.length)},\n  "files": [`;
  }

  private nextFile(): string {
    return this.filesWritten++ === 0 ? '\n    ' : ',\n    ';
  }

  private openPart(path: string): string {
    this.openFile = new OpenFile(path);
    return `${this.nextFile()}{\n      "path": ${indented(path, 6)},\n      "diagnostics": [`;
  }

  private *closeFile(): Generator<string> {
    if (this.openFile) yield* this.openFile.close();
    this.openFile = undefined;
  }
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
    if (documents.length > 0) this.documents.push(encoder.encode(JSON.stringify(documents)));
    return diagnostics.map(
      (diagnostic) => `${this.diagnostics++ === 0 ? '' : ','}\n        ${indented(diagnostic, 8)}`,
    );
  }

  *close(): Generator<string> {
    yield `${this.diagnostics === 0 ? '' : '\n      '}],\n      "documents": [`;
    for (const [index, bytes] of this.documents.entries()) {
      const documents = JSON.parse(decoder.decode(bytes)) as ReportedFile['documents'];
      yield (index === 0 ? '' : ',') + documents.map((document) => `\n        ${indented(document, 8)}`).join(',');
    }
    yield `${this.documents.length === 0 ? '' : '\n      '}]\n    }`;
  }
}

/**
 * As JSON.stringify lays it out inside of something that stands at a column. One thing at a time, since all of a part
 * would take some hundred megabytes.
 */
function indented(value: unknown, column: number): string {
  return visibleJson(JSON.stringify(value, undefined, 2)).replaceAll('\n', `\n${' '.repeat(column)}`);
}
