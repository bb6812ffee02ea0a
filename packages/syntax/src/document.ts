/** A node is a number that only its document can explain; nothing above this package sees a parser's object. */
export type NodeId = number;

/** Offsets into the text in UTF-16 units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type ScalarValue = string | number | boolean | null;
export type JsonValue = ScalarValue | JsonValue[] | { [key: string]: JsonValue };
/** Keys and indexes from the root of a document down. */
export type KeyPath = readonly (string | number)[];

/** Something that the server's YAML reader would not take, or (duplicate keys) that its strict reader adds. */
export interface SyntaxProblem {
  /** `syntax/...`, from the table in problems.ts. */
  readonly code: string;
  readonly message: string;
  /** The usual cause, when the text around the place gives it away. */
  readonly hint?: string;
  readonly range: Range;
}

export interface DuplicateKey {
  /** The later of the two: the one whose value wins in a client that is not strict. */
  readonly node: NodeId;
  readonly first: NodeId;
}

/** One document of a stream, with the place of everything in it. */
export interface YamlDocument {
  /** Position in the stream, from 0, as kubectl counts documents. */
  readonly index: number;
  readonly range: Range;
  /** Not empty: the server cannot read this document, and the tree holds only what could be read. */
  readonly problems: readonly SyntaxProblem[];
  readonly duplicateKeys: readonly DuplicateKey[];
  /** Undefined for a document without content. */
  readonly root: NodeId | undefined;
  kind(node: NodeId): 'mapping' | 'sequence' | 'scalar';
  /** The value's place; for an absent value (`key:`) the empty range behind the colon. */
  rangeOf(node: NodeId): Range;
  /** The place of the key that holds this value; undefined for list items and the root. */
  keyRange(node: NodeId): Range | undefined;
  /** The key in its mapping (as JSON has it) or the index in its list; undefined for the root. */
  key(node: NodeId): string | number | undefined;
  parent(node: NodeId): NodeId | undefined;
  /** The values (or items) written in this mapping or list itself, in the order of the text; what a merge key brings is not among them. */
  children(node: NodeId): readonly NodeId[];
  /** The value under a key or index, also through aliases and merge keys. */
  child(node: NodeId, key: string | number): NodeId | undefined;
  /** What a scalar means to the server; undefined for mappings and lists. */
  value(node: NodeId): ScalarValue | undefined;
  /** The scalar's style in the text. */
  style(node: NodeId): 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded' | 'flow' | 'block';
  /** The document as plain JSON, made anew at each call; duplicate keys: the last one wins. */
  toJSON(): JsonValue;
}
