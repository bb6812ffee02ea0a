import { piecesOf, type Range } from '@podlint/syntax';
import { roleOf } from '../documents/file-roles.js';
import { LineIndex } from '../documents/positions.js';
import type { FileRole, SourceFile } from '../documents/source-file.js';
import type { Examination } from '../pipeline/examine.js';
import { PlacedUnit } from './placed-unit.js';
import { unitOfFile, unitOfPiece, type Piece, type Unit } from './unit.js';
import { UnitPool } from './unit-pool.js';

/** Judges the units of a text one after the other, for who wants to do it in slices. */
export class UnitPlacer {
  readonly text: string;
  readonly role: FileRole | undefined;
  readonly lines: LineIndex;
  private readonly by: Examination;
  private readonly pool: UnitPool;
  private readonly documents: readonly Range[] | undefined;
  private readonly lineBreak: string;
  private readonly placed: PlacedUnit[] = [];
  private index = 0;
  private position = 0;

  /** @param left what the file was made of before, as far as it still holds */
  constructor(
    private readonly source: SourceFile,
    by: Omit<Examination, 'details'>,
    left: readonly PlacedUnit[],
  ) {
    this.text = 'text' in source ? source.text : '';
    this.role = roleOf(source);
    this.lines = new LineIndex(this.text);
    this.by = { ...by, details: 'when asked' };
    const pieces = 'text' in source ? piecesOf(this.text) : undefined;
    this.documents = pieces?.documents;
    this.lineBreak = pieces?.lineBreak ?? '';
    this.pool = new UnitPool(left, pieces?.documents.length ?? 0);
  }

  /** Does one of them; returns whether all are done. */
  step(): boolean {
    const { documents, placed } = this;
    if (!documents) {
      if (placed.length === 0) this.place(unitOfFile(this.source, this.by), 0);
      return true;
    }
    const next = documents[placed.length];
    if (next) this.place(this.unitOf(next), next.start);
    return placed.length >= documents.length;
  }

  get soFar(): readonly PlacedUnit[] {
    return this.placed;
  }

  all(): readonly PlacedUnit[] {
    while (!this.step());
    return this.placed;
  }

  private unitOf({ start, end }: Range): Unit {
    const { role, text: stream, lineBreak } = this;
    const linesAbove = (): number => this.lines.position(start).line - 1;
    const piece: Piece = { path: this.source.path, role, stream, start, end, lineBreak, linesAbove };
    return this.pool.take(piece) ?? unitOfPiece(piece, this.by);
  }

  private place(unit: Unit, start: number): void {
    const { text, lines, index, position } = this;
    this.placed.push(new PlacedUnit(unit, { start, index, position }, { text, lines }));
    this.index += unit.documents;
    this.position += unit.examined.objects.length;
  }
}
