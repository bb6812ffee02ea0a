import { own } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import type { KeyPath } from '../node/key-path.js';
import { fieldOf } from '../node/fields.js';
import { Kind, type YNode } from '../node/node.js';
import { stepsOf, type Place, type Step } from './place.js';

/** Where a stretch of the text of built objects comes from. */
export interface TextOrigin {
  /** Undefined: a step made it of nothing. */
  readonly place: Place | undefined;
  /** `start`: of a list or map the place is only where it begins. */
  readonly extent: 'text' | 'start';
  /** What a build did to it, in order. */
  readonly steps: readonly Step[];
}

/** An object of a build. */
interface Built {
  readonly node: YNode;
  /** Its value, which nobody keeps. */
  make(): JsonValue;
}

interface Token {
  /** Counted from the start of the object. */
  readonly start: number;
  readonly node: YNode;
  /** Of a key: the value behind it. */
  readonly value?: YNode;
}

/** Tells where in the text something begins. */
type Note = (token: Token) => void;

const separator = '---\n';

/**
 * Built objects as one text, a document a line. It is JSON, so that nothing is read as another type than it has, with
 * the fields in the order in which they were written. Knows of each place in it where that comes from.
 */
export class WrittenObjects {
  readonly text: string;
  /** Where the objects begin. */
  private readonly starts: readonly number[];
  /** Of the object that was asked for last: whoever asks for one place of it mostly asks for more. */
  private last: { readonly object: number; readonly tokens: readonly Token[] } | undefined;

  constructor(private readonly objects: readonly Built[]) {
    const starts: number[] = [];
    let text = '';
    for (const object of objects) {
      text += separator;
      starts.push(text.length);
      text += `${new ObjectWriter(object, ignored).text}\n`;
    }
    this.text = text;
    this.starts = starts;
  }

  /** Of the field at a path of an object, as far as it is there, or of what stands at the offset in it. */
  originOf(object: number, path: KeyPath, offset: number): TextOrigin {
    const way = wayTo(this.objects[object]?.node, path);
    const { node, value } = this.tokenAt(offset);
    const last = way.at(-1);
    // The first key of an object or of a list item stands for all of it.
    if (value && last && !last.isField) return originIn(way, last.node, 'start');
    return originIn(
      [...way, ...(value ? [{ node: value, isField: true }] : [])],
      node,
      node.kind === Kind.scalar ? 'text' : 'start',
    );
  }

  /** What a build did to the value at a path of an object. */
  stepsAt(object: number, path: KeyPath): readonly Step[] {
    return stepsOf(wayTo(this.objects[object]?.node, path)[path.length]?.node.steps);
  }

  private tokenAt(offset: number): Token {
    const object = lastWithin(this.starts, (start) => start <= offset);
    const tokens = this.tokensOf(object);
    const within = offset - this.starts[object]!;
    return tokens[lastWithin(tokens, ({ start }) => start <= within)]!;
  }

  private tokensOf(object: number): readonly Token[] {
    if (this.last?.object === object) return this.last.tokens;
    const tokens: Token[] = [];
    new ObjectWriter(this.objects[object]!, (token) => tokens.push(token));
    this.last = { object, tokens };
    return tokens;
  }
}

function ignored(): void {
  // Nobody asks where most of a text comes from.
}

/** The place of the last of sorted things for which something holds, or of the first of all. */
function lastWithin<T>(sorted: readonly T[], holds: (one: T) => boolean): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(sorted[middle]!)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Writes one object. */
class ObjectWriter {
  readonly text: string;
  private readonly pieces: string[] = [];
  private length = 0;

  constructor(
    object: Built,
    private readonly note: Note,
  ) {
    this.write(object.node, object.make());
    this.text = this.pieces.join('');
  }

  private write(node: YNode, value: JsonValue): void {
    this.note({ start: this.length, node });
    if (Array.isArray(value)) this.writeAll('[', node.children, (item, i) => this.write(item, value[i] ?? null), ']');
    else if (typeof value === 'object' && value !== null) this.writeMap(node, value);
    else this.add(JSON.stringify(value));
  }

  private writeMap({ children }: YNode, values: { readonly [key: string]: JsonValue }): void {
    const fields = children.flatMap((key, i) =>
      i % 2 === 0 && Object.hasOwn(values, key.value) ? [{ key, value: children[i + 1]! }] : [],
    );
    const writeField = ({ key, value }: (typeof fields)[number]): void => {
      this.note({ start: this.length, node: key, value });
      this.add(`${JSON.stringify(key.value)}: `);
      this.write(value, own(values, key.value) ?? null);
    };
    this.writeAll('{', fields, writeField, '}');
  }

  private writeAll<T>(open: string, all: readonly T[], writeOne: (one: T, index: number) => void, close: string): void {
    this.add(open);
    for (const [i, one] of all.entries()) {
      if (i > 0) this.add(', ');
      writeOne(one, i);
    }
    this.add(close);
  }

  private add(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }
}

interface OnWay {
  readonly node: YNode;
  /** A value under a key, and no list item or whole object. */
  readonly isField: boolean;
}

/** The nodes on the way to a path, as far as it leads. */
function wayTo(object: YNode | undefined, path: KeyPath): OnWay[] {
  if (!object) return [];
  const way: OnWay[] = [{ node: object, isField: false }];
  for (const part of path) {
    const { node } = way.at(-1)!;
    const isList = node.kind === Kind.sequence;
    const next = isList ? node.children[Number(part)] : fieldOf(node, String(part));
    if (!next) break;
    way.push({ node: next, isField: !isList });
  }
  return way;
}

/** What has no place and no steps was made together with what is around it. */
function originIn(way: readonly OnWay[], node: YNode, extent: TextOrigin['extent']): TextOrigin {
  const nodes = [node, ...way.map((at) => at.node).reverse()];
  const placed = nodes.find(({ place, steps }) => place ?? steps);
  const steps = stepsOf(node.steps ?? nodes[1]?.steps ?? placed?.steps);
  return { place: placed?.place, extent: placed === node ? extent : 'start', steps };
}
