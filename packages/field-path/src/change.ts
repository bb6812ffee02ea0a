import type { FieldPath } from './field-path.js';

/** What is done to a manifest, by the paths of its fields; whoever has the text turns it into edits. */
export type Change =
  | { readonly change: 'set'; readonly path: FieldPath; readonly value: unknown }
  | { readonly change: 'remove'; readonly path: FieldPath }
  | { readonly change: 'rename'; readonly path: FieldPath; readonly name: string }
  /** An item goes to the end of another list, and gets more fields. */
  | {
      readonly change: 'move';
      readonly path: FieldPath;
      readonly list: FieldPath;
      readonly fields: Readonly<Record<string, unknown>>;
    }
  | { readonly change: 'wrap'; readonly path: FieldPath; readonly levels: readonly Wrapping[] };

/** A mapping that comes around a field, and what it holds before that. */
export interface Wrapping {
  readonly name: string;
  readonly before?: Readonly<Record<string, unknown>>;
}
