import type { ReportedFile, Summary } from '@podlint/engine';
import type { ReportHead, ReportWriter } from './report-writer.js';
import { visibleJson } from './sanitize.js';

/**
 * The report as JSON, written while it is made. Of a file in parts the findings come first, as they are made, and what is known of its
 * documents is held until its end: an entry of some hundred bytes for each.
 */
export class JsonWriter implements ReportWriter {
  private filesWritten = 0;
  private openFile: OpenFile | undefined;
  private hasHead = false;

  constructor(private readonly head: ReportHead) {}

  add(files: readonly ReportedFile[]): string {
    return visibleJson(this.start() + this.closeFile() + files.map((file) => this.nextFile() + indented(file, 4)).join(''));
  }

  addPart(part: ReportedFile): string {
    const before = this.start() + (this.openFile?.path === part.path ? '' : this.closeFile());
    const opening = this.openFile ? '' : this.openPart(part.path);
    return visibleJson(before + opening + this.openFile!.add(part));
  }

  end(total: Summary): string {
    const closing = this.start() + this.closeFile();
    return visibleJson(`${closing}${this.filesWritten === 0 ? '' : '\n  '}],\n  "summary": ${indented(total, 2)}\n}\n`);
  }

  /** The fields before the files. */
  private start(): string {
    if (this.hasHead) return '';
    this.hasHead = true;
    const head = JSON.stringify(this.head, undefined, 2);
    return `${head.slice(0, -'\n}'.length)},\n  "files": [`;
  }

  private nextFile(): string {
    return this.filesWritten++ === 0 ? '\n    ' : ',\n    ';
  }

  private openPart(path: string): string {
    this.openFile = new OpenFile(path);
    return `${this.nextFile()}{\n      "path": ${JSON.stringify(path)},\n      "diagnostics": [`;
  }

  private closeFile(): string {
    const closing = this.openFile?.close() ?? '';
    this.openFile = undefined;
    return closing;
  }
}

/** A file of which more parts may follow. */
class OpenFile {
  private readonly documents: string[] = [];
  private diagnostics = 0;

  constructor(readonly path: string) {}

  add({ documents, diagnostics }: ReportedFile): string {
    if (documents.length > 0) this.documents.push(documents.map((document) => `\n        ${indented(document, 8)}`).join(','));
    return diagnostics.map((diagnostic) => `${this.diagnostics++ === 0 ? '' : ','}\n        ${indented(diagnostic, 8)}`).join('');
  }

  close(): string {
    return `${this.diagnostics === 0 ? '' : '\n      '}],\n      "documents": [${this.documents.join(',')}${this.documents.length === 0 ? '' : '\n      '}]\n    }`;
  }
}

/** As JSON.stringify lays it out inside of something that stands at a column. */
function indented(value: unknown, column: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${' '.repeat(column)}`);
}
