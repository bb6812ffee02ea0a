import type { SourceRange } from '@eslint/core';
import type { NumberedDocument } from '@podlint/engine';
import { writtenEntries, type NodeId, type ScalarValue } from '@podlint/syntax';
import { asPair, Held, OfTree, Placed, type LineIndexLater, type Source } from './placed.js';

/** What can be in a mapping or list, or stand alone. */
export type ValueNode = MappingNode | SequenceNode | ScalarNode | AliasNode;
export type ManifestNode = ManifestRoot | DocumentNode | PairNode | ValueNode;

/** By the type of a node: the properties that hold nodes. */
export const visitorKeys: Record<string, string[]> = {
  Manifest: ['documents'],
  Document: ['content'],
  Mapping: ['pairs'],
  Pair: ['value'],
  Sequence: ['items'],
  Scalar: [],
  Alias: [],
};

/** Reads a text, once for all who ask. */
export type Reader = () => readonly NumberedDocument[];

/** A whole file. Its documents are read when somebody asks for them. */
export class ManifestRoot extends Placed {
  readonly type = 'Manifest';
  readonly range: SourceRange;
  #documents: readonly DocumentNode[] | undefined;
  readonly #read: Reader;
  readonly #lines: LineIndexLater;

  constructor(text: string, lines: LineIndexLater, read: Reader) {
    super();
    this.range = [0, text.length];
    this.#read = read;
    this.#lines = lines;
  }

  get documents(): readonly DocumentNode[] {
    return (this.#documents ??= this.#read().map(
      ({ document }) => new DocumentNode({ document, lines: this.#lines }, this),
    ));
  }

  protected get lines(): LineIndexLater {
    return this.#lines;
  }
}

export class DocumentNode extends Held<ManifestRoot> {
  readonly type = 'Document';
  /** Position in the file, from 0. */
  readonly index: number;
  readonly content: ValueNode | undefined;

  constructor(source: Source, parent: ManifestRoot) {
    super(source, parent);
    const { index, root } = source.document;
    this.index = index;
    this.content = root === undefined ? undefined : valueNode(source, root, this);
  }

  get range(): SourceRange {
    return asPair(this.source.document.range);
  }
}

type Holder = DocumentNode | PairNode | SequenceNode;

/** A mapping. What a merge key (`<<`) brings is the value of that key. */
export class MappingNode extends OfTree<Holder> {
  readonly type = 'Mapping';
  #pairs: readonly PairNode[] | undefined;

  get pairs(): readonly PairNode[] {
    return (this.#pairs ??= writtenEntries(this.source.document, this.node).map(
      (value) => new PairNode(this.source, value, this),
    ));
  }
}

/** A key with its value. */
export class PairNode extends OfTree<MappingNode> {
  readonly type = 'Pair';
  readonly value: ValueNode;

  constructor(source: Source, value: NodeId, parent: MappingNode) {
    super(source, value, parent);
    this.value = valueNode(source, value, this);
  }

  /** As JSON has it. */
  get key(): string {
    return String(this.source.document.key(this.node) ?? '<<');
  }

  get keyRange(): SourceRange {
    const { document } = this.source;
    const { start } = document.rangeOf(this.node);
    return asPair(document.keyRange(this.node) ?? { start, end: start });
  }

  override get range(): SourceRange {
    return [this.keyRange[0], this.source.document.rangeOf(this.node).end];
  }
}

export class SequenceNode extends OfTree<Holder> {
  readonly type = 'Sequence';
  #items: readonly ValueNode[] | undefined;

  get items(): readonly ValueNode[] {
    return (this.#items ??= this.source.document.children(this.node).map((item) => valueNode(this.source, item, this)));
  }
}

export class ScalarNode extends OfTree<Holder> {
  readonly type = 'Scalar';

  /** What it means to the server. */
  get value(): ScalarValue {
    return this.source.document.value(this.node) ?? null;
  }
}

export class AliasNode extends OfTree<Holder> {
  readonly type = 'Alias';

  get name(): string {
    const [start, end] = this.range;
    return this.source.document.text.slice(start + 1, end);
  }
}

function valueNode(source: Source, node: NodeId, parent: Holder): ValueNode {
  const { document } = source;
  if (document.aliasTarget(node) !== undefined) return new AliasNode(source, node, parent);
  switch (document.kind(node)) {
    case 'mapping':
      return new MappingNode(source, node, parent);
    case 'sequence':
      return new SequenceNode(source, node, parent);
    default:
      return new ScalarNode(source, node, parent);
  }
}
