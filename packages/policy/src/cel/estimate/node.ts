import type { Expression } from '../syntax/ast.js';
import type { CelType } from '../types.js';
import { unknownRange, type Range } from './range.js';

/** Where in the declared variables a value comes from: `['self', 'names', '@items']`. */
export type ValuePath = readonly string[];

/** How large the value at a path can be; undefined where nobody knows. */
export type SizeOfPath = (path: ValuePath) => Range | undefined;

/** An argument of a call, as the estimates of functions see it. */
export interface EstimatedNode {
  readonly type: CelType;
  readonly path: ValuePath | undefined;
  readonly size: Range | undefined;
  readonly expression: Expression;
}

/** What a call costs, and how large its result is. */
export interface CallEstimate {
  readonly cost: Range;
  readonly size?: Range;
}

export interface EstimatedCall {
  readonly name: string;
  readonly overloadId: string;
  readonly target: EstimatedNode | undefined;
  readonly args: readonly EstimatedNode[];
}

export class NodeSizes {
  constructor(private readonly sizeOfPath: SizeOfPath) {}

  of({ size, path }: Pick<EstimatedNode, 'size' | 'path'>): Range {
    return size ?? this.at(path) ?? unknownRange;
  }

  /** Of the items of a list; undefined where they have no type. */
  ofItems(list: EstimatedNode): { readonly type: CelType; readonly size: Range } | undefined {
    const [type] = list.type.parameters;
    if (!type) return undefined;
    return { type, size: this.at(list.path && [...list.path, '@items']) ?? unknownRange };
  }

  at(path: ValuePath | undefined): Range | undefined {
    return path && path.length > 0 ? this.sizeOfPath(path) : undefined;
  }
}
