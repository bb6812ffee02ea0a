import type { Message } from '@podlint/messages';

/** A node is a number that only its document can explain; nothing above this package sees a parser's object. */
export type NodeId = number;

/** Offsets into the text in UTF-16 units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A replacement of a range of the original text. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

export type ScalarValue = string | number | boolean | null;
export type JsonValue = ScalarValue | JsonValue[] | { [key: string]: JsonValue };

export type NodeKind = 'mapping' | 'sequence' | 'scalar';
export type NodeStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded' | 'flow' | 'block';

/** Something that the server's YAML reader would not take. */
export interface SyntaxProblem {
  /** From the table in problems.ts: `syntax/...`, or `schema/list-indent` for an indentation that gives itself away. */
  readonly code: string;
  /** Has the id `yaml/` and the cause (causes.ts), or what else is said of a text. */
  readonly message: Message;
  /** The usual cause, when the text around the place gives it away. Names the line that looks responsible. */
  readonly hint?: Message;
  readonly range: Range;
  /** Makes the document readable; `safe`: and means what its layout shows. */
  readonly fix?:
    { readonly title: string; readonly safety: 'safe' | 'unsafe'; readonly edits: readonly TextEdit[] } | undefined;
}

/** A key that a mapping gets twice. The strict reader refuses it, a client that is not strict keeps the later value. */
export interface DuplicateKey {
  /** The later of the two: the one whose value wins in a client that is not strict. */
  readonly node: NodeId;
  readonly first: NodeId;
  /** The mapping that gets the key twice; not the parent of both nodes where a merge key brings one of them. */
  readonly mapping: NodeId;
}

/**
 * One document of a stream, with the place of everything in it.
 * An alias is a node of its own, with its own place and key; its kind, children, value and style are those of what it
 * stands for.
 */
export interface YamlDocument {
  /** Position in the stream, from 0, as kubectl counts documents. */
  readonly index: number;
  /** The text of the whole stream; every offset counts from its start. */
  readonly text: string;
  readonly range: Range;
  /** Not empty: the server cannot read this document, and the tree holds only what could be read. */
  readonly problems: readonly SyntaxProblem[];
  /** What the server reads, but not all of it. */
  readonly warnings: readonly SyntaxProblem[];
  readonly duplicateKeys: readonly DuplicateKey[];
  /** Undefined for a document without content. */
  readonly root: NodeId | undefined;
  /** Whether something in it stands for something else (`*name`): a change of that one changes both. */
  readonly hasAliases: boolean;
  kind(node: NodeId): NodeKind;
  /** The value's place, without its anchor and tag; for an absent value (`key:`) the empty range behind the colon. */
  rangeOf(node: NodeId): Range;
  /** The place of anchor and tag before a value. */
  propertiesRange(node: NodeId): Range | undefined;
  /** The place of the key that holds this value; undefined for list items and the root. */
  keyRange(node: NodeId): Range | undefined;
  /** The key in its mapping (as JSON has it) or the index in its list; undefined for the root. */
  key(node: NodeId): string | number | undefined;
  parent(node: NodeId): NodeId | undefined;
  /**
   * The values (or items) written in this mapping or list itself, in the order of the text; what a merge key brings is
   * not among them.
   */
  children(node: NodeId): readonly NodeId[];
  /** The values of the merge keys (`<<`) written in this mapping itself. */
  mergeValues(node: NodeId): readonly NodeId[];
  /** The value under a key or index, also through aliases and merge keys. */
  child(node: NodeId, key: string | number): NodeId | undefined;
  /** The node at the end of a way of keys and indexes from the root down. */
  at(keys: readonly (string | number)[]): NodeId | undefined;
  /** What an alias stands for; undefined for any other node. */
  aliasTarget(node: NodeId): NodeId | undefined;
  /** The name that other nodes can refer to this one by. */
  anchor(node: NodeId): string | undefined;
  /** What a scalar means to the server; undefined for mappings and lists. */
  value(node: NodeId): ScalarValue | undefined;
  /**
   * A scalar's characters after unquoting and unfolding, before anything is made of them; undefined for mappings and
   * lists.
   */
  scalarText(node: NodeId): string | undefined;
  /** How the value is written. */
  style(node: NodeId): NodeStyle;
  /** The document as plain JSON, made anew at each call; duplicate keys: the last one wins. */
  toJSON(): JsonValue;
}

/** A stream of documents, as it came from one file. */
export interface YamlSource {
  readonly text: string;
  readonly documents: readonly YamlDocument[];
}
