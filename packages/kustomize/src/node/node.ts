import { resolveCore } from '@podlint/syntax';
import { withStep, type Place, type Step, type StepLink } from '../origin/place.js';
import type { TextSource } from '../origin/text-source.js';

/** As in go-yaml v3 (yaml.go, Kind and Style); styles are bits. */
export const Kind = { none: 0, mapping: 1, sequence: 2, scalar: 3, alias: 4 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];
export const Style = { plain: 0, tagged: 1, double: 2, single: 4, literal: 8, folded: 16, flow: 32 } as const;
export const quotedStyles = Style.double | Style.single | Style.literal | Style.folded;
export const Tag = {
  none: '',
  null: '!!null',
  string: '!!str',
  int: '!!int',
  float: '!!float',
  bool: '!!bool',
  map: '!!map',
  seq: '!!seq',
  merge: '!!merge',
  binary: '!!binary',
  timestamp: '!!timestamp',
} as const;

const none: readonly YNode[] = [];

interface LaterChildren {
  readonly node: YNode;
  /** Copies that were made already, for what stands in several places. */
  readonly copies: Map<YNode, YNode>;
}

/**
 * A node of an object that is being built. It is what go-yaml v3's Node is, since what kustomize makes of a value
 * depends on how it was written (its tag and its style), and it knows where its text stands and what was done to it.
 * Nodes are changed in place and may stand in two places of an object, as upstream's do.
 */
export class YNode {
  kind: Kind;
  tag: string;
  value: string;
  style: number = Style.plain;
  anchor = '';
  /** Of an alias: what it stands for. */
  target: YNode | undefined = undefined;
  steps: StepLink | undefined = undefined;
  /** Undefined: none yet. Most nodes are scalars, which never have any. */
  private own: YNode[] | undefined = undefined;
  /** Of a copy into which nobody looked yet: where its children are to come from. */
  private later: LaterChildren | undefined = undefined;
  private source: TextSource | undefined = undefined;
  private start = 0;
  private end = 0;

  constructor(kind: Kind, tag: string = Tag.none, value = '') {
    this.kind = kind;
    this.tag = tag;
    this.value = value;
  }

  /** Items of a sequence; keys and values of a mapping in turn. */
  get content(): YNode[] {
    const { later } = this;
    if (later) this.content = later.node.children.map((child) => cloneNode(child, later.copies));
    return (this.own ??= []);
  }

  set content(children: YNode[]) {
    this.own = children;
    this.later = undefined;
  }

  /** The same for who only looks: of a copy these may be what it was copied from, and nothing is copied for it. */
  get children(): readonly YNode[] {
    return this.later?.node.children ?? this.own ?? none;
  }

  get place(): Place | undefined {
    return this.source?.place(this.start, this.end);
  }

  set place(place: Place | undefined) {
    this.putAt(place && { place: () => place }, 0, 0);
  }

  /** Tells where its text stands; which place that is, is worked out when somebody asks. */
  putAt(source: TextSource | undefined, start: number, end: number): void {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** Stands where the other node does. */
  putWith(other: YNode): void {
    this.putAt(other.source, other.start, other.end);
  }

  /** Becomes what the other node is; the list of children is its own afterwards. */
  become(other: YNode): void {
    this.becomeWithout(other);
    this.own = other.children.length === 0 ? undefined : other.content.slice();
    this.later = undefined;
  }

  /** A copy of this node, whose children are copied when somebody looks at them. */
  copyLater(copies: Map<YNode, YNode>): YNode {
    const copy = new YNode(this.kind);
    copy.becomeWithout(this);
    // What is a copy itself, and was not looked into, has no children of its own that could be shared.
    if (this.children.length > 0) copy.later = { node: this.later?.node ?? this, copies };
    return copy;
  }

  private becomeWithout(other: YNode): void {
    this.kind = other.kind;
    this.tag = other.tag;
    this.value = other.value;
    this.style = other.style;
    this.anchor = other.anchor;
    this.target = other.target;
    this.steps = other.steps;
    this.putWith(other);
  }

  /** Adds a step to those that this node went through. */
  mark(step: Step | undefined): this {
    this.steps = withStep(this.steps, step);
    return this;
  }
}

/** A scalar whose tag the text itself decides. */
export function scalarNode(value: string, tag: string = Tag.none): YNode {
  return new YNode(Kind.scalar, tag, value);
}

/** As go-yaml's Node.SetString: a string, in a block where it has lines. */
export function stringNode(value: string): YNode {
  const node = scalarNode(value, Tag.string);
  if (value.includes('\n')) node.style = Style.literal;
  return node;
}

export function mappingNode(tag: string = Tag.none): YNode {
  return new YNode(Kind.mapping, tag);
}

/** A deep copy, in which nothing is shared (types.go, CopyYNode). */
export function copyNode(node: YNode): YNode {
  const copy = new YNode(node.kind);
  copy.become(node);
  for (let i = 0; i < copy.content.length; i++) copy.content[i] = copyNode(copy.content[i]!);
  return copy;
}

/**
 * A deep copy in which what is shared stays shared. What nobody looks into is never copied, so that the original must not
 * be changed afterwards.
 */
export function cloneNode(node: YNode, copies: Map<YNode, YNode>): YNode {
  const known = copies.get(node);
  if (known) return known;
  const copy = node.copyLater(copies);
  copies.set(node, copy);
  return copy;
}

export function markAll(node: YNode, step: Step | undefined): void {
  node.mark(step);
  for (const child of node.content) markAll(child, step);
}

/** There is a node, and it is not null (rnode.go, IsMissingOrNull). */
export function isPresent(node: YNode | undefined): node is YNode {
  return node !== undefined && node.tag !== Tag.null;
}

/** Nothing, null, or a collection without anything in it (types.go, IsYNodeNilOrEmpty). */
export function isNilOrEmpty(node: YNode | undefined): boolean {
  if (!isPresent(node)) return true;
  const { kind, children } = node;
  return kind === Kind.none || ((kind === Kind.mapping || kind === Kind.sequence) && children.length === 0);
}

export function isString(node: YNode): boolean {
  return node.kind === Kind.scalar && (node.tag === Tag.string || node.tag === Tag.none);
}

/** The text of a scalar, empty for null (rnode.go, GetValue). */
export function valueOf(node: YNode | undefined): string {
  return isPresent(node) ? node.value : '';
}

/** The tag that a node has or that its text gives it (yaml.go, Node.ShortTag). */
export function shortTag(node: YNode): string {
  if (isMarkedString(node)) return Tag.string;
  if (node.tag !== Tag.none && node.tag !== '!') return node.tag;
  switch (node.kind) {
    case Kind.mapping:
      return Tag.map;
    case Kind.sequence:
      return Tag.seq;
    case Kind.alias:
      return node.target ? shortTag(node.target) : '';
    case Kind.scalar:
      return resolveCore(node.value).tag;
    default:
      return Tag.null;
  }
}

/** A string by its tag or its quotes, whatever its text (yaml.go, indicatedString). */
function isMarkedString(node: YNode): boolean {
  if (node.kind !== Kind.scalar) return false;
  if (node.tag === Tag.string) return true;
  return (node.tag === Tag.none || node.tag === '!') && (node.style & quotedStyles) !== 0;
}
