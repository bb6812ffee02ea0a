/** Wider paragraphs are hard to read. */
const widestText = 110;

/** @param columns of the terminal; undefined: nothing is wrapped */
export function readableWidth(columns: number | undefined): number | undefined {
  return columns === undefined ? undefined : Math.min(columns, widestText);
}

/** The lines of a text as the positions of the report count them. */
export function linesOf(text: string | undefined): string[] {
  return text?.split(/\r\n|\n|\r/) ?? [];
}

/** Blocks of lines with an empty line between them. */
export function joinBlocks(blocks: readonly (readonly string[])[]): string {
  return blocks.map((block) => `${block.join('\n')}\n`).join('\n');
}
