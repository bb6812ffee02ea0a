import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { Minor } from '@podlint/model';
import type { ErrorType } from '@podlint/validation';
import type { RunAdmission } from './run-admission.js';
import type { Verdict } from './verdict.js';

/** What judges objects by other objects that are at hand: definitions, policies, limits. Whoever has some brings it: most runs load none of it. */
export interface CustomResources {
  /** A name for all of the definitions: other ones have another name. */
  readonly name: string;
  /** What admission says of objects; undefined: nothing at hand decides on others. */
  readonly admission?: RunAdmission | undefined;
  /** What the definitions say, for whoever shows it. */
  defined?(): DefinedKinds | undefined;
  /** Undefined: no definition has the kind. */
  judge(request: CustomObjectRequest): CustomObjectVerdict | undefined;
}

interface DefinedKinds {
  /** By API group a name for its definitions: other ones have another name. */
  readonly groups: ReadonlyMap<string, string>;
  /** The kinds in the versions that are served, each once. */
  readonly kinds: readonly DefinedKind[];
}

export interface DefinedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural?: string;
  /** What openAPIV3Schema says, as it is written; empty where it says nothing. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** As of a verdict. */
  readonly source?: string;
}

interface CustomObjectRequest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly object: unknown;
  /** Of an update: the object as it was. */
  readonly old?: unknown;
  readonly minor: Minor;
}

interface CustomObjectVerdict {
  readonly verdict: Verdict;
  readonly unknown?: readonly UnknownField[];
  readonly errors?: readonly CustomObjectError[];
  /** The object as the server would hold it: pruned, with its defaults. Of one that decodes. */
  readonly effective?: Readonly<Record<string, unknown>>;
  /** The first field that could not be decoded. */
  readonly fault?: FieldPath;
  /** Where the definition has a place for templates of Pods. */
  readonly templates?: readonly TemplatePlace[];
  /** Of what is not served: the versions that are. */
  readonly served?: readonly string[];
  /** The release of the project that the definition was carried along from; undefined for one that was given. */
  readonly source?: string;
}

/** `part`: whether the spec of a Pod has metadata beside it. */
export interface TemplatePlace {
  /** Names from the object down; `*` stands for every item of a list and every value of a map. */
  readonly way: readonly string[];
  readonly part: 'template' | 'spec';
}

interface MaybeNewer {
  /** Whether a newer release than that of a carried definition may take it. */
  readonly mayBeNewer?: boolean;
}

/** A field that the schema does not have at its place, and the names of those that it has there. */
interface UnknownField extends MaybeNewer {
  readonly path: FieldPath;
  readonly siblings: readonly string[];
}

interface CustomObjectError extends MaybeNewer {
  readonly type: ErrorType;
  /** The field as the server prints it. */
  readonly field: string;
  readonly at: FieldPath;
  readonly message: Message;
}
