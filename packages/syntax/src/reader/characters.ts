const pair = /[\ud800-\udbff][\udc00-\udfff]/;

/** Counts the characters of a text, which are fewer than its UTF-16 units where it has any beyond the first plane. */
export class Characters {
  private hasPairs: boolean | undefined;
  private at = 0;
  private count = 0;

  constructor(private readonly text: string) {}

  /** Those before a place. Counts on from where it was asked last, and a reader only goes on. */
  before(offset: number): number {
    this.hasPairs ??= pair.test(this.text);
    if (!this.hasPairs) return offset;
    if (offset < this.at) this.at = this.count = 0;
    while (this.at < offset) {
      this.at += this.text.codePointAt(this.at)! > 0xffff ? 2 : 1;
      this.count++;
    }
    return this.count;
  }
}
