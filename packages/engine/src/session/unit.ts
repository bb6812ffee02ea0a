import { parseDocument, type Range } from '@podlint/syntax';
import { LineIndex } from '../documents/positions.js';
import type { SourceFile } from '../documents/source-file.js';
import { allDetailsOf } from '../pipeline/compact.js';
import { conclude, type Concluding } from '../pipeline/conclude.js';
import { examineInspected, type Examination } from '../pipeline/examine.js';
import type { AllDetails, ExaminedFile, ObjectFacts } from '../pipeline/examined.js';
import { objectIn, type ObjectAgain } from '../pipeline/read-again.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import type { ReportedFile } from '../report/report.js';
import { inspect, inspectDocument } from '../verdict/inspect.js';
import { SkimmedUnit } from './skimmed-unit.js';
import type { InspectedFile, Inquiry, SourceDocument } from '../verdict/inspected.js';

/** What the run found about a unit. */
export interface AddedByRun {
  /** With the positions that objects have in the file. */
  readonly found: readonly RunFinding[];
  /** Objects of the file before the unit. */
  readonly before: number;
}

function isSame(one: AddedByRun, other: AddedByRun): boolean {
  return (
    one.before === other.before &&
    one.found.length === other.found.length &&
    one.found.every((finding, index) => finding === other.found[index])
  );
}

/** With the positions that objects have in the unit. */
function inUnit({ found, before }: AddedByRun): readonly RunFinding[] {
  const placed = <Place extends { readonly position: number }>(one: Place): Place => ({
    ...one,
    position: one.position - before,
  });
  return found.map((one) => ({ ...placed(one), related: one.related.map(placed) }));
}

/** What can be read and judged again and again. */
type Read = (inquiry: Inquiry) => InspectedFile;

/** Whoever types waits for one unit, and it is asked for right after it was judged. */
let latest: { readonly unit: Unit; readonly judged: InspectedFile } | undefined;

/**
 * What is judged by itself and kept as long as its text stays: a document, or a whole file whose documents depend on
 * each other. Offsets count from the start of a text that only this unit has.
 */
export class Unit {
  readonly examined: ExaminedFile;
  /** Rules over the whole run know more of its objects than their facts. */
  isReadByRules = false;
  private said: { readonly added: AddedByRun; readonly key: string; readonly file: ReportedFile } | undefined;
  private judged: InspectedFile | undefined;
  private detailed: ExaminedFile | undefined;
  private factsBehind: { readonly before: number; readonly facts: readonly ObjectFacts[] } | undefined;

  constructor(
    private readonly read: Read,
    private readonly by: Examination,
    /** Its text, by which it is found again; a whole file is not looked for. */
    readonly key: string | undefined,
    /** How many of the documents have content. */
    readonly documents: number,
    /** What stands in its text before what is in the stream. */
    readonly padding: number,
    /** Lines of the stream before it, where what is said of it depends on that. */
    readonly linesAbove: number | undefined,
  ) {
    const judged = read(by);
    this.examined = examineInspected(judged, by);
    latest = { unit: this, judged };
  }

  /** With its tree, and what its objects hold: kept once somebody has asked, as an editor asks again and again. */
  inspected(): InspectedFile {
    return (this.judged ??= this.atHand ?? this.read(this.by));
  }

  /** With its tree alone, if it has to be read anew. */
  skimmed(): InspectedFile {
    return this.atHand ?? this.read({ ...this.by, versions: [] });
  }

  private get atHand(): InspectedFile | undefined {
    return this.judged ?? (latest?.unit === this ? latest.judged : undefined);
  }

  objectAt(position: number): ObjectAgain {
    return objectIn(this.inspected(), position);
  }

  /** What there is to say of it where nothing is suppressed; kept as long as the run adds the same. */
  concluded(added: AddedByRun, by: Concluding['by']): ReportedFile {
    const { said } = this;
    if (said && isSame(said.added, added)) return said.file;
    const found = inUnit(added);
    const key = JSON.stringify(found);
    const known = said?.key === key ? said.file : undefined;
    const file = known ?? this.conclude(found, by);
    this.said = { added, key, file };
    return file;
  }

  private conclude(found: readonly RunFinding[], by: Concluding['by']): ReportedFile {
    const again = new SkimmedUnit(this);
    return conclude(this.examined, { by, found, again, lookUp: () => again }).file;
  }

  /** What the rules over the whole run are told of its objects behind so many others; most stand where they stood. */
  facts(before: number): readonly ObjectFacts[] {
    if (this.factsBehind?.before !== before) {
      const { facts } = this.examined;
      const moved = facts.map((fact) => ({ ...fact, position: fact.position + before }));
      this.factsBehind = { before, facts: before === 0 ? facts : moved };
    }
    return this.factsBehind.facts;
  }

  detailsOf(position: number, index: number): AllDetails {
    this.detailed ??= examineInspected(this.read(this.by), { ...this.by, details: 'with choices' });
    return allDetailsOf(this.detailed.objects, position, index);
  }
}

/** Where a document stands in a stream. */
export interface Piece extends Range, Pick<SourceDocument, 'path' | 'role'> {
  readonly stream: string;
  readonly lineBreak: string;
  readonly linesAbove: () => number;
}

/** A document of a stream. */
export function unitOfPiece(piece: Piece, by: Examination): Unit {
  const { stream, start, end, lineBreak, linesAbove: countLines } = piece;
  const key = copyOf(stream.slice(start, end));
  const { read, document } = readerOf(piece, key, { start: 0, end: key.length });
  const documents = document.root !== undefined || document.problems.length > 0 ? 1 : 0;
  if (document.problems.length === 0) return new Unit(read, by, key, documents, 0, undefined);
  // Explanations of mistakes name lines, which are counted in the stream.
  const linesAbove = countLines();
  const padding = lineBreak.repeat(linesAbove);
  const text = padding + key;
  const padded = readerOf(piece, text, { start: padding.length, end: text.length });
  return new Unit(padded.read, by, key, documents, padding.length, linesAbove);
}

/** A file whose documents cannot be told apart, or of which there is no text. */
export function unitOfFile(source: SourceFile, by: Examination): Unit {
  return new Unit((inquiry) => inspect(source, inquiry), by, undefined, 0, 0, undefined);
}

/** Reads the one document in a part of a text. */
function readerOf(
  { path, role }: Pick<Piece, 'path' | 'role'>,
  text: string,
  range: Range,
): { readonly read: Read; readonly document: ReturnType<typeof parseDocument> } {
  const first = parseDocument(text, range);
  let unused: typeof first | undefined = first;
  const read: Read = (inquiry) => {
    const document = unused ?? parseDocument(text, range);
    unused = undefined;
    const hasContent = document.root !== undefined || document.problems.length > 0;
    const objects = hasContent ? inspectDocument({ ...inquiry, document, index: 0, path, role }) : [];
    return { path, text, lines: new LineIndex(text), objects };
  };
  return { read, document: first };
}

/** A slice keeps the whole text that it was cut from in memory; what is kept longer than that text must not. */
function copyOf(slice: string): string {
  return ` ${slice}`.slice(1);
}
