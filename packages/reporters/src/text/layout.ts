/** Wider paragraphs are hard to read. */
const widestText = 110;

/** @param columns of the terminal; undefined: nothing is wrapped */
export function readableWidth(columns: number | undefined): number | undefined {
  return columns === undefined ? undefined : Math.min(columns, widestText);
}

/** The lines of a text, or of a part of it, by the numbers that the positions of the report have. */
export class SourceLines {
  private readonly lines: readonly string[];

  /** @param first the number of the first of its lines; nothing is known of a text that is not at hand */
  constructor(
    text: string | undefined,
    private readonly first = 1,
  ) {
    this.lines = text?.split(/\r\n|\n|\r/) ?? [];
  }

  at(line: number): string | undefined {
    return this.lines[line - this.first];
  }
}

/** Blocks of lines with an empty line between them. */
export function joinBlocks(blocks: readonly (readonly string[])[]): string {
  return blocks.map((block) => `${block.join('\n')}\n`).join('\n');
}
