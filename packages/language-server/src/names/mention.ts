import type { PodPart } from '@podlint/kinds';
import type { NodeId, Range } from '@podlint/syntax';
import type { PlacedObject } from './objects.js';

type Named = PodPart | 'object' | 'key' | 'label' | 'selected port' | 'service port';

/** A place that gives a name or uses one. */
export interface Mention {
  readonly object: PlacedObject;
  readonly what: Named;
  readonly name: string;
  /** The same for all mentions of the same thing. */
  readonly symbol: string;
  readonly role: 'definition' | 'reference';
  readonly node: NodeId;
  /** The name as it stands in the text, with its quotes: the value, the key, or the end of a key. */
  readonly range: Range;
  readonly on: 'value' | 'key' | 'key suffix';
  /** The field that it stands in, with its definition: `core.v1.Volume.name`. */
  readonly field: string;
  /** Of an object: its kind. */
  readonly kind?: string;
  /** Of a label: its key. */
  readonly labelKey?: string;
}

/** What is found at a value or key; where it stands is the same for all of them. */
export type FoundName = Pick<Mention, 'what' | 'name' | 'symbol' | 'role'> &
  Partial<Pick<Mention, 'on' | 'kind' | 'labelKey'>>;
