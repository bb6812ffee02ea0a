import type {
  DuplicateKey,
  JsonValue,
  NodeId,
  NodeKind,
  NodeStyle,
  Range,
  ScalarValue,
  SyntaxProblem,
  TextEdit,
  YamlDocument,
} from '../document.js';

/** Where a document that was read by itself stands in a stream. */
export interface Placing {
  readonly stream: string;
  /** What its offsets are behind in the stream. */
  readonly by: number;
  readonly index: number;
}

/** A document that was read by itself, as a document of the stream that it stands in. */
export function placeDocument(document: YamlDocument, placing: Placing): YamlDocument {
  return new PlacedDocument(document, placing);
}

/** A range of a document that was read by itself, in the stream. */
function shiftRange({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function shiftEdits(edits: readonly TextEdit[], by: number): TextEdit[] {
  return edits.map(({ range, text }) => ({ range: shiftRange(range, by), text }));
}

class PlacedDocument implements YamlDocument {
  readonly index: number;
  readonly text: string;
  readonly range: Range;
  readonly root: NodeId | undefined;
  readonly duplicateKeys: readonly DuplicateKey[];
  private readonly by: number;

  constructor(
    private readonly document: YamlDocument,
    { stream, by, index }: Placing,
  ) {
    this.index = index;
    this.text = stream;
    this.by = by;
    this.range = shiftRange(document.range, by);
    this.root = document.root;
    this.duplicateKeys = document.duplicateKeys;
  }

  get problems(): readonly SyntaxProblem[] {
    return this.document.problems.map((problem) => shiftProblem(problem, this.by));
  }

  get hasAliases(): boolean {
    return this.document.hasAliases;
  }

  get warnings(): readonly SyntaxProblem[] {
    return this.document.warnings.map((problem) => shiftProblem(problem, this.by));
  }

  kind(node: NodeId): NodeKind {
    return this.document.kind(node);
  }

  rangeOf(node: NodeId): Range {
    return shiftRange(this.document.rangeOf(node), this.by);
  }

  propertiesRange(node: NodeId): Range | undefined {
    const range = this.document.propertiesRange(node);
    return range && shiftRange(range, this.by);
  }

  keyRange(node: NodeId): Range | undefined {
    const range = this.document.keyRange(node);
    return range && shiftRange(range, this.by);
  }

  key(node: NodeId): string | number | undefined {
    return this.document.key(node);
  }

  parent(node: NodeId): NodeId | undefined {
    return this.document.parent(node);
  }

  children(node: NodeId): readonly NodeId[] {
    return this.document.children(node);
  }

  mergeValues(node: NodeId): readonly NodeId[] {
    return this.document.mergeValues(node);
  }

  child(node: NodeId, key: string | number): NodeId | undefined {
    return this.document.child(node, key);
  }

  at(keys: readonly (string | number)[]): NodeId | undefined {
    return this.document.at(keys);
  }

  aliasTarget(node: NodeId): NodeId | undefined {
    return this.document.aliasTarget(node);
  }

  anchor(node: NodeId): string | undefined {
    return this.document.anchor(node);
  }

  value(node: NodeId): ScalarValue | undefined {
    return this.document.value(node);
  }

  scalarText(node: NodeId): string | undefined {
    return this.document.scalarText(node);
  }

  style(node: NodeId): NodeStyle {
    return this.document.style(node);
  }

  toJSON(): JsonValue {
    return this.document.toJSON();
  }
}

function shiftProblem({ range, fix, ...problem }: SyntaxProblem, by: number): SyntaxProblem {
  return {
    ...problem,
    range: shiftRange(range, by),
    ...(fix && { fix: { ...fix, edits: shiftEdits(fix.edits, by) } }),
  };
}
