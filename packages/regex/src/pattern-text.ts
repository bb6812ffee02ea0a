/** A pattern that is being read, character by character. */
export class PatternText {
  private readonly runes: readonly string[];
  at = 0;

  constructor(text: string) {
    this.runes = Array.from(text);
  }

  get isOver(): boolean {
    return this.at >= this.runes.length;
  }

  /** Nothing at the end. */
  get next(): string {
    return this.runes[this.at] ?? '';
  }

  /** Undefined at the end. */
  get afterNext(): string | undefined {
    return this.runes[this.at + 1];
  }

  startsWith(text: string): boolean {
    return this.ahead(text.length) === text;
  }

  accept(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** What comes next, as far as so many characters. */
  ahead(count: number): string {
    return this.runes.slice(this.at, this.at + count).join('');
  }

  /** What was read since an earlier place. */
  since(start: number): string {
    return this.runes.slice(start, this.at).join('');
  }

  /** What stands before the next of a character, and goes on behind that; undefined where there is none. */
  takeUntil(closing: string): string | undefined {
    const end = this.runes.indexOf(closing, this.at);
    if (end < 0) return undefined;
    const { at } = this;
    this.at = end + 1;
    return this.runes.slice(at, end).join('');
  }

  get rest(): string {
    return this.runes.slice(this.at).join('');
  }
}
