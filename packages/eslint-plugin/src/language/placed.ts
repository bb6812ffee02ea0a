import type { SourceLocation, SourceRange } from '@eslint/core';
import { LineIndex } from '@podlint/engine';
import type { NodeId, Range, YamlDocument } from '@podlint/syntax';

/** A place in a text. Lines and columns count from 1, and are worked out when somebody asks. */
export abstract class Placed {
  abstract readonly range: SourceRange;

  get loc(): SourceLocation {
    const [start, end] = this.range;
    return { start: this.lines.position(start), end: this.lines.position(end) };
  }

  protected abstract get lines(): LineIndexLater;
}

/** The lines of a text, which most runs never count. */
export class LineIndexLater {
  private index: LineIndex | undefined;

  constructor(private readonly text: string) {}

  position(offset: number): { line: number; column: number } {
    const { line, column } = (this.index ??= new LineIndex(this.text)).position(offset);
    return { line, column };
  }
}

/** What the nodes of one document are made of. */
export interface Source {
  readonly document: YamlDocument;
  readonly lines: LineIndexLater;
}

/** A place in another node, which is no field: whoever walks the fields of a node goes down only. */
export abstract class Held<Parent> extends Placed {
  readonly #source: Source;
  readonly #parent: Parent;

  constructor(source: Source, parent: Parent) {
    super();
    this.#source = source;
    this.#parent = parent;
  }

  get parent(): Parent {
    return this.#parent;
  }

  protected get source(): Source {
    return this.#source;
  }

  protected get lines(): LineIndexLater {
    return this.#source.lines;
  }
}

/** ESLint makes all nodes of a file and looks at few of them: each keeps little, and works out what it is asked. */
export abstract class OfTree<Parent> extends Held<Parent> {
  readonly #node: NodeId;

  constructor(source: Source, node: NodeId, parent: Parent) {
    super(source, parent);
    this.#node = node;
  }

  get range(): SourceRange {
    return asPair(this.source.document.rangeOf(this.#node));
  }

  protected get node(): NodeId {
    return this.#node;
  }
}

export function asPair({ start, end }: Range): SourceRange {
  return [start, end];
}
