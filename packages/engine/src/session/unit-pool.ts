import { addTo } from '@podlint/plain';
import type { PlacedUnit } from './placed-unit.js';
import type { Piece, Unit } from './unit.js';

/** Units of a file's text, to be taken over into the next one, each once. */
export class UnitPool {
  private readonly taken = new Set<Unit>();
  private byText: Map<string, number[]> | undefined;
  /** Most documents stand behind the one that they stood behind before. */
  private next = 0;

  /**
   * @param pieces how many there are now: with as many as before, a document that does not stand where it stood has
   * changed
   */
  constructor(
    private readonly units: readonly PlacedUnit[],
    private readonly pieces: number,
  ) {}

  take(piece: Piece): Unit | undefined {
    const at = this.isAt(this.next, piece) ? this.next : this.find(piece);
    if (at === undefined) {
      this.next++;
      return undefined;
    }
    this.next = at + 1;
    const { unit } = this.units[at]!;
    this.taken.add(unit);
    return unit;
  }

  private isAt(index: number, piece: Piece): boolean {
    const unit = this.units[index]?.unit;
    if (unit?.key === undefined || this.taken.has(unit)) return false;
    const { stream, start, end } = piece;
    // Two texts are compared at once, and what `startsWith` compares character by character.
    return unit.key.length === end - start && stream.slice(start, end) === unit.key && isUsable(unit, piece);
  }

  private find(piece: Piece): number | undefined {
    if (this.pieces === this.units.length) return undefined;
    this.byText ??= this.indexed();
    return this.byText.get(piece.stream.slice(piece.start, piece.end))?.find((index) => this.isAt(index, piece));
  }

  private indexed(): Map<string, number[]> {
    const byText = new Map<string, number[]>();
    for (const [index, { unit }] of this.units.entries()) {
      if (unit.key === undefined) continue;
      addTo(byText, unit.key, index);
    }
    return byText;
  }
}

function isUsable({ linesAbove }: Unit, piece: Piece): boolean {
  return linesAbove === undefined || linesAbove === piece.linesAbove();
}
