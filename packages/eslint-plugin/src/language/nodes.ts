import type { SourceLocation, SourceRange } from '@eslint/core';
import { LineIndex } from '@podlint/engine';
import type { NodeId, Range, ScalarValue, YamlDocument } from '@podlint/syntax';

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

/** A place in a text. Lines and columns count from 1, and are worked out when somebody asks. */
abstract class Placed {
  readonly range: SourceRange;
  readonly #lines: LineIndexLater;

  constructor({ start, end }: Range, lines: LineIndexLater) {
    this.range = [start, end];
    this.#lines = lines;
  }

  get loc(): SourceLocation {
    const [start, end] = this.range;
    return { start: this.#lines.position(start), end: this.#lines.position(end) };
  }
}

/** A place in another node, which is no field: whoever walks the fields of a node goes down only. */
abstract class Held<Parent> extends Placed {
  readonly #parent: Parent;

  constructor(range: Range, lines: LineIndexLater, parent: Parent) {
    super(range, lines);
    this.#parent = parent;
  }

  get parent(): Parent {
    return this.#parent;
  }
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
interface Source {
  readonly document: YamlDocument;
  readonly lines: LineIndexLater;
}

/** A whole file. Its documents are read when somebody asks for them. */
export class ManifestRoot extends Placed {
  readonly type = 'Manifest';
  #documents: readonly DocumentNode[] | undefined;
  readonly #read: () => readonly YamlDocument[];
  readonly #lines: LineIndexLater;

  constructor(text: string, lines: LineIndexLater, read: () => readonly YamlDocument[]) {
    super({ start: 0, end: text.length }, lines);
    this.#read = read;
    this.#lines = lines;
  }

  get documents(): readonly DocumentNode[] {
    return (this.#documents ??= this.#read().map(
      (document) => new DocumentNode({ document, lines: this.#lines }, this),
    ));
  }
}

export class DocumentNode extends Held<ManifestRoot> {
  readonly type = 'Document';
  /** Position in the file, from 0. */
  readonly index: number;
  readonly content: ValueNode | undefined;

  constructor(source: Source, parent: ManifestRoot) {
    super(source.document.range, source.lines, parent);
    this.index = source.document.index;
    this.content = source.document.root === undefined ? undefined : valueNode(source, source.document.root, this);
  }
}

type Holder = DocumentNode | PairNode | SequenceNode;

/** A mapping. What a merge key (`<<`) brings is the value of that key. */
export class MappingNode extends Held<Holder> {
  readonly type = 'Mapping';
  #pairs: readonly PairNode[] | undefined;
  readonly #source: Source;
  readonly #node: NodeId;

  constructor(source: Source, node: NodeId, parent: Holder) {
    super(source.document.rangeOf(node), source.lines, parent);
    this.#source = source;
    this.#node = node;
  }

  get pairs(): readonly PairNode[] {
    return (this.#pairs ??= [
      ...this.#source.document.children(this.#node),
      ...this.#source.document.mergeValues(this.#node),
    ]
      .map((value) => new PairNode(this.#source, value, this))
      .sort((a, b) => a.range[0] - b.range[0]));
  }
}

/** A key with its value. */
export class PairNode extends Held<MappingNode> {
  readonly type = 'Pair';
  /** As JSON has it. */
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly value: ValueNode;

  constructor(source: Source, value: NodeId, parent: MappingNode) {
    const { document } = source;
    const { start, end } = document.rangeOf(value);
    const key = document.keyRange(value) ?? { start, end: start };
    super({ start: key.start, end }, source.lines, parent);
    this.key = String(document.key(value) ?? '<<');
    this.keyRange = [key.start, key.end];
    this.value = valueNode(source, value, this);
  }
}

export class SequenceNode extends Held<Holder> {
  readonly type = 'Sequence';
  #items: readonly ValueNode[] | undefined;
  readonly #source: Source;
  readonly #node: NodeId;

  constructor(source: Source, node: NodeId, parent: Holder) {
    super(source.document.rangeOf(node), source.lines, parent);
    this.#source = source;
    this.#node = node;
  }

  get items(): readonly ValueNode[] {
    return (this.#items ??= this.#source.document
      .children(this.#node)
      .map((item) => valueNode(this.#source, item, this)));
  }
}

export class ScalarNode extends Held<Holder> {
  readonly type = 'Scalar';
  /** What it means to the server. */
  readonly value: ScalarValue;

  constructor({ document, lines }: Source, node: NodeId, parent: Holder) {
    super(document.rangeOf(node), lines, parent);
    this.value = document.value(node) ?? null;
  }
}

export class AliasNode extends Held<Holder> {
  readonly type = 'Alias';
  readonly name: string;

  constructor({ document, lines }: Source, node: NodeId, parent: Holder) {
    const range = document.rangeOf(node);
    super(range, lines, parent);
    this.name = document.text.slice(range.start + 1, range.end);
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

/** The nodes right below one, in the order of the text. */
export function childrenOf(node: ManifestNode): readonly ManifestNode[] {
  switch (node.type) {
    case 'Manifest':
      return node.documents;
    case 'Document':
      return node.content ? [node.content] : [];
    case 'Mapping':
      return node.pairs;
    case 'Pair':
      return [node.value];
    case 'Sequence':
      return node.items;
    default:
      return [];
  }
}

/** A comment that speaks to ESLint, from its `#` to the end of the line. */
export class CommentNode extends Placed {
  readonly type = 'Comment';
  readonly value: string;

  constructor(text: string, range: Range, lines: LineIndexLater) {
    super(range, lines);
    this.value = text.slice(range.start + 1, range.end);
  }
}
