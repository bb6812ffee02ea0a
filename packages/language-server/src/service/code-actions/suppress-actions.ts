import {
  breakOf,
  insertField,
  isJson,
  type JsonValue,
  type NodeId,
  type Range,
  type YamlDocument,
} from '@podlint/syntax';
import type { ReportedDiagnostic } from '@podlint/engine';
import type { TextEdit } from 'vscode-languageserver-types';
import type { DocumentView, FileView, ObjectView } from '../file-view.js';
import type { Remedy } from './actions.js';

/** Ways to hide a finding. What no reader can read is to be mended, not hidden. */
export function suppressRemedies(file: FileView, found: ReportedDiagnostic): Remedy[] {
  const view = file.documents.find(({ index }) => index === found.document);
  if (!view || found.stage === 'syntax' || view.document.problems.some(({ code }) => code === found.code)) return [];
  if (isJson(view.document)) return onObject(file, view, found);
  const line = new Line(file, view.document, found.range.start.line - 1);
  const { code } = found;
  return [
    ...remedy(`Disable ${code} on this line`, line.disabled(code)),
    ...remedy(`Disable ${code} with a comment above`, line.disabledAbove(code)),
    ...remedy(`Disable ${code} in this file`, [disabledInFile(file, code)]),
  ];
}

function remedy(title: string, edits: readonly TextEdit[] | undefined): Remedy[] {
  return edits ? [{ title, edits }] : [];
}

/** A comment of that name, with the ids in it; ids end before a reason. */
function idsBehind(directive: string): RegExp {
  return new RegExp(`(#[ \\t]*podlint-${directive}(?![\\w-]):?[ \\t]*)((?:(?!(?:^|\\s)--(?=\\s|$))[^\\r\\n])*)`);
}

/** Adds an id to a comment in a text; undefined if there is no such comment, or one for everything. */
function merged(
  text: string,
  directive: string,
  code: string,
): { readonly at: number; readonly inserted: string } | undefined {
  const match = idsBehind(directive).exec(text);
  const ids = match?.[2]?.trimEnd();
  return match && ids ? { at: match.index + match[1]!.length + ids.length, inserted: `, ${code}` } : undefined;
}

/** A line with a finding on it. */
class Line {
  private readonly start: number;
  private readonly content: string;

  constructor(
    private readonly file: FileView,
    private readonly document: YamlDocument,
    private readonly line: number,
  ) {
    this.start = file.text.offsetAt({ line, character: 0 });
    this.content = contentOf(file, line);
  }

  /** Behind what stands on the line. */
  disabled(code: string): TextEdit[] | undefined {
    const known = merged(this.content, 'disable-line', code);
    if (known) return [insert(this.line, known.at, known.inserted)];
    const end = this.content.trimEnd().length;
    return this.isInside(this.start + end) ? undefined : [insert(this.line, end, ` # podlint-disable-line ${code}`)];
  }

  /** On a line of its own above. */
  disabledAbove(code: string): TextEdit[] | undefined {
    const known = this.line > 0 ? merged(contentOf(this.file, this.line - 1), 'disable-next-line', code) : undefined;
    if (known) return [insert(this.line - 1, known.at, known.inserted)];
    if (this.isInside(this.start) || this.content.startsWith('\ufeff')) return undefined;
    return [
      insert(
        this.line,
        0,
        `${/^[ \t]*/.exec(this.content)![0]}# podlint-disable-next-line ${code}${breakOf(this.file.text.getText())}`,
      ),
    ];
  }

  /**
   * Whether an offset is in a text that goes on for several lines, where nothing can be a comment. The line that a
   * block text starts on can end in one.
   */
  private isInside(offset: number): boolean {
    const { document } = this;
    if (document.root === undefined) return false;
    for (const node of scalars(document, document.root)) {
      const { start, end } = document.rangeOf(node);
      if (start >= offset || offset >= end) continue;
      const isBlock = document.style(node) === 'literal' || document.style(node) === 'folded';
      if (!isBlock || start < this.start) return true;
    }
    return false;
  }
}

function* scalars(document: YamlDocument, node: NodeId): Generator<NodeId> {
  if (document.aliasTarget(node) !== undefined) return;
  if (document.kind(node) === 'scalar') yield node;
  else for (const child of document.children(node)) yield* scalars(document, child);
}

/** At the top, but behind a separator, so that no document comes to stand before it. */
function disabledInFile(file: FileView, code: string): TextEdit {
  const first = contentOf(file, 0);
  const line = first.replace('\ufeff', '').startsWith('---') ? 1 : 0;
  const known = merged(contentOf(file, line), 'disable-file', code);
  if (known) return insert(line, known.at, known.inserted);
  const isLast = line >= file.text.lineCount;
  const comment = `# podlint-disable-file ${code}`;
  if (isLast) return insert(0, first.length, breakOf(file.text.getText()) + comment);
  return insert(line, line === 0 && first.startsWith('\ufeff') ? 1 : 0, comment + breakOf(file.text.getText()));
}

const annotation = 'podlint.io/disable';

/** JSON has no comments. */
function onObject(file: FileView, { objects }: DocumentView, found: ReportedDiagnostic): Remedy[] {
  const object = objects.find(({ item }) => item === found.item);
  return object ? remedy(`Disable ${found.code} on this object`, annotated(file, object, found.code)) : [];
}

function annotated(file: FileView, { document, node }: ObjectView, code: string): TextEdit[] | undefined {
  const [metadata, annotations, present] = ['metadata', 'annotations', annotation]
    .reduce<(NodeId | undefined)[]>(
      (nodes, key) => [...nodes, nodes.at(-1) === undefined ? undefined : document.child(nodes.at(-1)!, key)],
      [node],
    )
    .slice(1);
  const written = present === undefined ? undefined : document.scalarText(present);
  if (present !== undefined)
    return written === undefined
      ? undefined
      : [{ range: rangeIn(file, document.rangeOf(present)), newText: JSON.stringify(`${code}, ${written}`) }];
  const inner: JsonValue = { [annotation]: code };
  const edits =
    metadata === undefined
      ? insertField(document, node, 'metadata', { annotations: inner })
      : annotations === undefined
        ? insertField(document, metadata, 'annotations', inner)
        : insertField(document, annotations, annotation, code);
  return edits?.map(({ range, text }) => ({ range: rangeIn(file, range), newText: text }));
}

function rangeIn({ text }: FileView, { start, end }: Range): TextEdit['range'] {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

function contentOf({ text }: FileView, line: number): string {
  return text
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/(?<![\r\n])[\r\n]+$/, '');
}

function insert(line: number, character: number, newText: string): TextEdit {
  return { range: { start: { line, character }, end: { line, character } }, newText };
}
