/** A stream, or a part of it with so many lines before. */
export interface StreamText {
  readonly text: string;
  readonly linesBefore: number;
}
