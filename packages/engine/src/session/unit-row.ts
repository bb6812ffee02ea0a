import type { PlacedUnit } from './placed-unit.js';

/** An object of a unit, counted from the unit's first. */
interface UnitObject {
  readonly unit: PlacedUnit;
  readonly position: number;
}

/** Units one behind the other, in which objects are looked up by their numbers, counted from the row's first. */
export class UnitRow {
  /** Objects up to the end of each unit. */
  private readonly ends: readonly number[];

  constructor(private readonly units: readonly PlacedUnit[]) {
    let end = 0;
    this.ends = units.map(({ size }) => (end += size));
  }

  /** @throws for a number that the row does not have */
  at(position: number): UnitObject {
    let low = 0;
    let high = this.units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! <= position) low = middle + 1;
      else high = middle;
    }
    const unit = this.units[low];
    if (!unit) throw new Error('the file has other objects than before');
    return { unit, position: position - this.ends[low]! + unit.size };
  }
}
