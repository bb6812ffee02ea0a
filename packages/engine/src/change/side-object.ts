import type { JsonValue } from '@podlint/syntax';
import type { BuiltObjects, BuiltRoot } from '../builds/hook.js';
import type { SourceObject } from '../documents/objects.js';
import type { LineIndex } from '../documents/positions.js';
import type { SkipReason } from '../documents/skip.js';
import type { Identity } from './identity.js';

/** What objects stand in: a file, or what a kustomization makes. */
export interface SideFile {
  readonly path: string;
  /** The kustomization that made it; undefined for a file that is judged by itself. */
  readonly root?: BuiltRoot & { readonly built: BuiltObjects };
}

/** An object before or after a change. */
export interface SideObject {
  readonly file: SideFile;
  /** Which of the documents of the file. */
  readonly index: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string | undefined;
  /** Undefined: the server makes one up (generateName). */
  readonly name?: string | undefined;
  readonly value: Readonly<Record<string, JsonValue>>;
  readonly identity: Identity;
  /** Why no server can be asked about it. */
  readonly skipped?: SkipReason;
  /** The object in its text. Most objects are the same on both sides, and nobody asks. */
  readonly read: () => ReadObject;
}

/** An object in a text, and where that text begins in what the object stands in. */
export interface ReadObject {
  readonly object: SourceObject;
  readonly text: string;
  readonly lines: LineIndex;
  readonly offset: number;
}
