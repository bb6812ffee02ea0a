import type { JudgedFile, ReportedDiagnostic } from '@podlint/engine';
import type { Range as Offsets } from '@podlint/syntax';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { buildView } from './build-view.js';
import { yamlErrors } from './diagnostics.js';
import type { DocumentView, FileView } from './file-view.js';

/** Where something of the earlier text is now. */
interface Moved {
  readonly range: Range;
  /** It touches what was changed, so that nobody knows whether it still holds. */
  readonly isEdited: boolean;
}

/**
 * A file as it was when all of it could last be read, for documents in it that cannot be read while somebody types in
 * them: what was said of them stays, moved with the text.
 */
export class Earlier {
  readonly view: FileView;
  private readonly start: number;
  private readonly end: number;
  private readonly added: number;
  private readonly hasSameDocuments: boolean;

  constructor(
    judged: JudgedFile,
    private readonly now: FileView,
  ) {
    const text = now.text.getText();
    this.view = buildView(TextDocument.create(now.uri, 'yaml', 0, judged.text), judged);
    this.start = commonStart(judged.text, text);
    this.end = judged.text.length - commonEnd(judged.text, text, this.start);
    this.added = text.length - judged.text.length;
    this.hasSameDocuments = this.view.documents.length === now.documents.length;
  }

  /** Whether a place of the present text is in a document that cannot be read: what is said of it now does not count. */
  isUnreadable({ start }: Range): boolean {
    return this.isBrokenAt(this.now, this.now.text.offsetAt(start));
  }

  /** Undefined: it stands in a document that can be read as it is, and counts no more. */
  moved({ start, end }: Range): Moved | undefined {
    const { text } = this.view;
    const before = { start: text.offsetAt(start), end: text.offsetAt(end) };
    if (!this.isBrokenAt(this.view, before.start)) return undefined;
    const after = this.offsetsNow(before);
    return {
      range: { start: this.now.text.positionAt(after.start), end: this.now.text.positionAt(after.end) },
      isEdited: before.end >= this.start && before.start <= this.end,
    };
  }

  /** Where a range of the present text was, in offsets. */
  before({ start, end }: Range): Offsets {
    const before = (offset: number): number =>
      offset <= this.start ? offset : Math.max(this.start, offset - this.added);
    return { start: before(this.now.text.offsetAt(start)), end: before(this.now.text.offsetAt(end)) };
  }

  private isBrokenAt(view: FileView, offset: number): boolean {
    return !this.hasSameDocuments || isBroken(this.now.documents[indexAt(view, offset)]);
  }

  private offsetsNow({ start, end }: Offsets): Offsets {
    return {
      start: start <= this.start ? start : Math.max(this.start, start + this.added),
      end: end < this.start ? end : Math.max(start <= this.start ? start : this.start, end + this.added),
    };
  }
}

/** Asked at every key: mostly nothing is worked out for it. What is suppressed does not count. */
export function isReadable(judged: JudgedFile): boolean {
  return !judged.hasFound(isUnreadable) || judged.parts.every(({ diagnostics }) => !diagnostics.some(isUnreadable));
}

function isUnreadable({ code, stage }: Pick<ReportedDiagnostic, 'code' | 'stage'>): boolean {
  return stage === 'syntax' || yamlErrors.has(code);
}

function isBroken(view: DocumentView | undefined): boolean {
  return view === undefined || view.document.problems.length > 0;
}

/** The place in the list of the document that an offset is in; behind a document the text belongs to it. */
function indexAt({ documents }: FileView, offset: number): number {
  return documents.findLastIndex(({ document }) => document.range.start <= offset);
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}
