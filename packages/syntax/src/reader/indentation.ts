/** Block collections may nest this deep (scannerc.go, max_indents). */
const maxDepth = 10_000;

/** The columns of the open block collections, the innermost last. */
export class Indentation {
  /** Column of the innermost one, -1 outside of all. */
  column = -1;
  private readonly outer: number[] = [];

  /** False if that is one too many. */
  push(column: number): boolean {
    this.outer.push(this.column);
    this.column = column;
    return this.outer.length <= maxDepth;
  }

  pop(): void {
    this.column = this.outer.pop() ?? -1;
  }
}
