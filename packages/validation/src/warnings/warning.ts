import type { Message } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, core, meta } from '@podlint/model';
import type { ErrorDetails, Related } from '../errors.js';

/** What the server says in a `Warning:` header about an object that it takes all the same. */
export interface Warning {
  /** The field that the server names. */
  readonly path: FieldPath;
  /** What is wrong, why it matters, what to do. Its words are never compared with anything. */
  readonly message: Message;
  /** Where that is in the manifest, when it is not the field that the server names. */
  readonly at?: FieldPath | undefined;
  readonly related?: readonly Related[];
}

export type Warn = (path: FieldPath, message: Message, details?: ErrorDetails) => void;

/** A Pod or a pod template, and where its warnings go. */
export interface PodScope {
  readonly minor: Minor;
  readonly spec: Decoded<core.PodSpec>;
  readonly metadata: Decoded<meta.ObjectMeta>;
  /** The document for a Pod, the template's own path otherwise. */
  readonly path: FieldPath;
  readonly specPath: FieldPath;
  readonly warn: Warn;
}
