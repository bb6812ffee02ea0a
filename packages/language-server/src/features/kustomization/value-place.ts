import type { Shape } from '@podlint/kustomize/file';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import type { FileView } from '../../service/file-view.js';
import type { Proposal } from '../completion/proposal.js';
import type { Around } from './around.js';

export interface Value {
  readonly text: string;
  readonly kind: Proposal['kind'];
  readonly detail?: string;
}

/** A place for a scalar. */
export interface ValuePlace {
  readonly place: CursorPlace;
  readonly field: string;
  readonly shape: Shape;
  readonly keys: readonly (string | number)[];
  readonly view: FileView;
  readonly around: Around;
}
