import type { Range } from '@podlint/syntax';
import type { KeyPath } from '../node/key-path.js';
import { fieldOf } from '../node/fields.js';
import { Kind, type YNode } from '../node/node.js';
import { stepsOf, type Step } from './place.js';

/** Where a value of a built object comes from. */
export interface ValueOrigin {
  /** The file that holds the text which the value was made of; undefined for what a step made of nothing. */
  readonly file?: string;
  /** That text, as offsets in the file. */
  readonly range?: Range;
  /** What a build did to it, in order; empty: the text is the value. */
  readonly steps: readonly Step[];
}

export function originAt(object: YNode, path: KeyPath): ValueOrigin | undefined {
  let node: YNode | undefined = object;
  for (const part of path)
    node = node?.kind === Kind.sequence ? node.content[Number(part)] : fieldOf(node, String(part));
  if (!node) return undefined;
  const { place } = node;
  const steps = stepsOf(node.steps);
  return place ? { file: place.file, range: { start: place.start, end: place.end }, steps } : { steps };
}
