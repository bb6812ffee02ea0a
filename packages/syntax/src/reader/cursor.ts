import { Char, isBlankOrEnd, isBreak } from '../chars.js';

/**
 * A place in the text of one document. The text ends with a line break and a NUL, so that looking ahead needs no check:
 * the clients give every last line its break (apimachinery, LineReader), and NUL itself is refused before.
 */
export class Cursor {
  pos = 0;
  lineStart = 0;

  constructor(readonly text: string) {
    if (text.charCodeAt(0) === Char.byteOrderMark) this.pos = this.lineStart = 1;
    // A second mark is skipped like a blank that takes up a column (scannerc.go, yaml_parser_scan_to_next_token).
    if (this.pos === 1 && text.charCodeAt(1) === Char.byteOrderMark) this.pos = 2;
  }

  get column(): number {
    return this.pos - this.lineStart;
  }

  code(): number {
    return this.text.charCodeAt(this.pos);
  }

  codeAt(offset: number): number {
    return this.text.charCodeAt(this.pos + offset);
  }

  /**
   * Goes over one line break and returns what stands for it in a scalar: LF, but for the two Unicode separators
   * (scannerc.go, read_line).
   */
  takeBreak(): string {
    const code = this.code();
    this.pos += breakLength(this.text, this.pos);
    this.lineStart = this.pos;
    return code === Char.lineSeparator ? '\u2028' : code === Char.paragraphSeparator ? '\u2029' : '\n';
  }

  skipBlanks(): void {
    for (let code = this.code(); code === Char.space || code === Char.tab; code = this.code()) this.pos++;
  }

  skipToBreak(): void {
    for (let code = this.code(); code !== Char.nul && !isBreak(code); code = this.code()) this.pos++;
  }

  /** `---` or `...` at the start of a line, with nothing joined to it. */
  isAtDocumentIndicator(): boolean {
    if (this.pos !== this.lineStart) return false;
    const code = this.code();
    if (code !== Char.dash && code !== Char.dot) return false;
    return this.codeAt(1) === code && this.codeAt(2) === code && isBlankOrEnd(this.codeAt(3));
  }
}

/**
 * CR CR LF is one break too: the clients have taken the inner CR for a part of the line end (bufio.Reader.ReadLine).
 */
function breakLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== Char.carriageReturn) return 1;
  if (text.charCodeAt(at + 1) === Char.lineFeed) return 2;
  return text.charCodeAt(at + 1) === Char.carriageReturn && text.charCodeAt(at + 2) === Char.lineFeed ? 3 : 1;
}
