import type { Message } from '@podlint/messages';
import type { FieldPath, Kind, Minor } from '@podlint/model';
import type { Defaulting } from '@podlint/model/defaults';
import type { DisabledFields, KubernetesObject, TextSpan, Warn } from '@podlint/validation';
import type { FieldReferences } from './reference.js';
import type { Strategy } from './strategy.js';

/** Another version of a kind, and an object as it is served in this one turned into one of that. */
interface EquivalentVersion {
  readonly kind: Kind;
  convert(object: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** Something that the server notes about a text in an object, and that keeps nothing from being taken. */
export interface Note {
  readonly path: FieldPath;
  readonly message: Message;
  readonly span: TextSpan;
}

/**
 * What the server does with the objects of one kind. What it does to every pod template, and to every object, is not
 * here but in `admit`.
 */
export interface KindModule<T extends KubernetesObject = KubernetesObject> {
  /** What the kind is called, its scope, its structure and the way to its pod template: generated. */
  readonly kind: Kind;
  readonly strategy: Strategy<T>;
  /** Fills in, in place, what the manifest leaves out (pkg/apis/<group>/<version>, SetObjectDefaults_<Kind>). */
  applyDefaults?(object: T, defaulting: Defaulting): void;
  /** Fields that a new object loses while their feature gate is off, besides those of its pod template. */
  readonly disabledFields?: readonly DisabledFields[];
  /** A new object keeps its status; all other kinds lose it (PrepareForCreate). */
  readonly keepsStatus?: true;
  /** The key of an annotation that stands for a field of an older API and cannot be decoded as that field. */
  readonly unreadableAnnotation?: (annotations: Readonly<Record<string, string | undefined>>) => string | undefined;
  /** What changes on the way into the server's own form, after defaulting (pkg/apis/<group>/<version>/conversion.go). */
  convertToInternal?(object: T): void;
  /** What changes on the way back: in `stored`, the copy of the object that is written. */
  convertToStored?(stored: T, object: T): void;
  /** The status that a new object gets, whatever the manifest says of it; without this it is empty. */
  newStatus?(object: T, minor: Minor): object | undefined;
  /** The status that it has when it has been there for a while, as far as the server asks for it when it changes. */
  settledStatus?(object: T): object;
  /** Other versions that policies can look at an object in, though it was written in this one. */
  readonly equivalents?: readonly EquivalentVersion[];
  /** What the server says in `Warning:` headers, besides what it says of pods (WarningsOnCreate). */
  warn?(object: T, warn: Warn, minor: Minor): void;
  /** What the server writes into the status of an object that it takes. */
  notes?(object: T, minor: Minor): readonly Note[];
  /** The names that its objects hold, besides those in a pod template. */
  readonly references?: readonly FieldReferences[];
}
