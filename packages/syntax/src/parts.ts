import { Splitter, type Chunk } from './split.js';

/** Some whole documents of a stream with all that stands between them, from the start of a line on. */
export interface TextPart {
  readonly text: string;
  /** Where the documents are in this text. */
  readonly chunks: readonly Chunk[];
}

export interface PartSize {
  /** In UTF-16 units; a part is closed with the document that reaches it, and its line. */
  readonly length: number;
  readonly documents: number;
}

/**
 * Cuts a stream into parts of whole documents. Where it is cut depends on the text and not on the pieces that it comes
 * in, and the documents are those of the whole text. The parts one behind the other are that text, up to where a client
 * stops reading it.
 */
export class PartSplitter {
  private readonly splitter = new Splitter();
  private text = '';
  private chunks: Chunk[] = [];
  /** Behind the last of them, and its separator. */
  private behind = 0;

  constructor(private readonly size: PartSize) {}

  /** How much of the stream is held because its document, or its part, is not complete. */
  get pending(): number {
    return this.text.length;
  }

  /** Takes the next piece, and returns the parts that are complete. */
  push(piece: string): TextPart[] {
    if (!this.splitter.isOver) this.text += piece;
    return this.cut('beginning');
  }

  /** What is left when the stream has ended. */
  end(): TextPart[] {
    const parts = this.cut('whole');
    return this.chunks.length > 0 ? [...parts, this.take()] : parts;
  }

  private cut(extent: 'beginning' | 'whole'): TextPart[] {
    const parts: TextPart[] = [];
    for (let cut = this.splitter.next(this.text, extent); cut; cut = this.splitter.next(this.text, extent)) {
      this.chunks.push(cut.chunk);
      this.behind = cut.next;
      if (this.isFull && this.text[cut.next - 1] === '\n') parts.push(this.take());
    }
    return parts;
  }

  private get isFull(): boolean {
    return this.chunks.length >= this.size.documents || this.behind >= this.size.length;
  }

  private take(): TextPart {
    const part = { text: this.text.slice(0, this.behind), chunks: this.chunks };
    this.text = this.text.slice(this.behind);
    this.chunks = [];
    this.splitter.shift(this.behind);
    this.behind = 0;
    return part;
  }
}
