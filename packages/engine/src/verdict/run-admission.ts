import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { Kind, Minor } from '@podlint/model';
import type { ExplainedAdmission } from '../explain/explanation.js';

/** What admission would do about an object. */
interface AdmissionFinding {
  /** `policy-denied`, `limit-ranger`: the code after `admission/`. */
  readonly code: string;
  readonly message: Message;
  readonly at: FieldPath;
}

/** What admission says of the objects of a run, by policies, limits and quotas among them. */
export interface RunAdmission {
  /** Of the creation of an object that the server takes. */
  judge(object: unknown, minor: Minor): readonly AdmissionFinding[];
  /** The Pod that an object is or makes, as admission leaves it; undefined: it makes none. */
  explain(object: unknown, minor: Minor): ExplainedAdmission | undefined;
  /** Gives containers what LimitRanges of the namespace will give to theirs; in place. */
  fillLimits(kind: Kind, object: object, minor: Minor): void;
}
