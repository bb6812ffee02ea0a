import { parseDocument, type Range } from '@podlint/syntax';
import { inspect, inspectDocument, type InspectedFile, type InspectedObject, type SourceDocument } from '../inspect.js';
import { lintVersions } from '../lint.js';
import type { Circumstances } from '../linter.js';
import { LineIndex } from '../positions.js';
import type { ReportedFile, SourceFile } from '../report.js';
import type { RunMembers } from '../run/member.js';

/**
 * What is judged by itself and kept as long as its text stays: a document, or a whole file whose documents depend on
 * each other.
 */
export interface Unit {
  /** Its text, by which it is found again; a whole file is not looked for. */
  readonly key?: string;
  /** Offsets count from the start of a text that only this unit has. */
  readonly file: InspectedFile;
  readonly members: RunMembers;
  /** How many of the documents have content. */
  readonly documents: number;
  /** What stands in its text before what is in the stream. */
  readonly padding: number;
  /** Lines of the stream before it, where what is said of it depends on that. */
  readonly linesAbove?: number;
  /** Whether it may hold a suppression. */
  readonly mayDirect: boolean;
  /** What there is to say of it if the run adds nothing and nothing is suppressed; kept once it was asked for. */
  conclusion?: ReportedFile;
}

/** Where a document stands in a stream. */
export interface Piece extends Range, Pick<SourceDocument, 'path' | 'role'> {
  readonly stream: string;
  readonly lineBreak: string;
  readonly linesAbove: () => number;
}

export function judgePiece(
  { path, role, stream, start, end, lineBreak, linesAbove: countLines }: Piece,
  circumstances: Circumstances,
): Unit {
  const key = copyOf(stream.slice(start, end));
  const unit = judgeText({ path, role, text: key, range: { start: 0, end: key.length } }, circumstances);
  if (unit.file.objects.every(({ document }) => document.problems.length === 0)) return { ...unit, key };
  // Explanations of mistakes name lines, which are counted in the stream.
  const linesAbove = countLines();
  const padding = lineBreak.repeat(linesAbove);
  const text = padding + key;
  return {
    ...judgeText({ path, role, text, range: { start: padding.length, end: text.length } }, circumstances),
    key,
    padding: padding.length,
    linesAbove,
  };
}

interface DocumentText extends Pick<SourceDocument, 'path' | 'role'> {
  readonly text: string;
  readonly range: Range;
}

function judgeText({ path, role, text, range }: DocumentText, circumstances: Circumstances): Unit {
  const document = parseDocument(text, range);
  const hasContent = document.root !== undefined || document.problems.length > 0;
  return unitOf(
    {
      path,
      text,
      lines: new LineIndex(text),
      objects: hasContent ? inspectDocument({ document, index: 0, path, role, versions: circumstances.versions }) : [],
    },
    hasContent ? 1 : 0,
    circumstances,
  );
}

/** A file whose documents cannot be told apart, or of which there is no text. */
export function judgeWhole(source: SourceFile, circumstances: Circumstances): Unit {
  return unitOf(inspect(source, circumstances.versions), 0, circumstances);
}

function unitOf(file: InspectedFile, documents: number, circumstances: Circumstances): Unit {
  return {
    file,
    members: lintVersions(file, circumstances),
    documents,
    padding: 0,
    mayDirect: file.text.includes('podlint'),
  };
}

/** Its objects, with lists of findings that can be added to. */
export function freshObjects({ file }: Unit): InspectedObject[] {
  return file.objects.map((inspected) => ({
    ...inspected,
    judgements: inspected.judgements.map((judgement) => ({ ...judgement, findings: [...judgement.findings] })),
  }));
}

/** A slice keeps the whole text that it was cut from in memory; what is kept longer than that text must not. */
function copyOf(slice: string): string {
  return ` ${slice}`.slice(1);
}
