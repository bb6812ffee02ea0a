/** Remembers where each value was used first, so that a duplicate can point at it. */
export class FirstUses<Place> {
  private readonly places = new Map<string, Place>();

  has(value: string): boolean {
    return this.places.has(value);
  }

  /** Where the value was used before; undefined for its first use, which is remembered. */
  record(value: string, place: Place): Place | undefined {
    const earlier = this.places.get(value);
    if (earlier === undefined) this.places.set(value, place);
    return earlier;
  }
}
