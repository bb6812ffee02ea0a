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

  add(files: readonly ReportedFile[]): readonly string[] {
    return [this.start(), ...this.closeFile(), ...files.map((file) => this.nextFile() + indented(file, 4))];
  }

  addPart(part: ReportedFile): readonly string[] {
    const before = [this.start(), ...(this.openFile?.path === part.path ? [] : this.closeFile())];
    const opening = this.openFile ? '' : this.openPart(part.path);
    return [...before, opening, ...this.openFile!.add(part)];
  }

  end(total: Summary): readonly string[] {
    const closing = [this.start(), ...this.closeFile()];
    return [...closing, `${this.filesWritten === 0 ? '' : '\n  '}],\n  "summary": ${indented(total, 2)}\n}\n`];
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

  private closeFile(): readonly string[] {
    const closing = this.openFile?.close() ?? [];
    this.openFile = undefined;
    return closing;
  }
}

/** A file of which more parts may follow. */
class OpenFile {
  private readonly documents: string[] = [];
  private diagnostics = 0;

  constructor(readonly path: string) {}

  add({ documents, diagnostics }: ReportedFile): readonly string[] {
    if (documents.length > 0) this.documents.push(`${this.documents.length === 0 ? '' : ','}${documents.map((document) => `\n        ${indented(document, 8)}`).join(',')}`);
    return diagnostics.map((diagnostic) => `${this.diagnostics++ === 0 ? '' : ','}\n        ${indented(diagnostic, 8)}`);
  }

  close(): readonly string[] {
    const before = `${this.diagnostics === 0 ? '' : '\n      '}],\n      "documents": [`;
    return [before, ...this.documents, `${this.documents.length === 0 ? '' : '\n      '}]\n    }`];
  }
}

/** As JSON.stringify lays it out inside of something that stands at a column. One thing at a time, since all of a part would take some hundred megabytes. */
function indented(value: unknown, column: number): string {
  return visibleJson(JSON.stringify(value, undefined, 2)).replaceAll('\n', `\n${' '.repeat(column)}`);
}
