import type { SourceRange } from '@eslint/core';
import type { Range } from '@podlint/syntax';
import { asPair, Placed, type LineIndexLater } from './placed.js';

/** A comment that speaks to ESLint, from its `#` to the end of the line. */
export class CommentNode extends Placed {
  readonly type = 'Comment';
  readonly value: string;
  readonly range: SourceRange;
  readonly #lines: LineIndexLater;

  constructor(text: string, range: Range, lines: LineIndexLater) {
    super();
    this.value = text.slice(range.start + 1, range.end);
    this.range = asPair(range);
    this.#lines = lines;
  }

  protected get lines(): LineIndexLater {
    return this.#lines;
  }
}
