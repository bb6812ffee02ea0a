import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';

/** What admission would do about an object of a run. */
export interface AdmissionFinding {
  /** `policy-denied`, or the plugin: `limit-ranger`. */
  readonly code: string;
  readonly message: Message;
  readonly at: FieldPath;
  /** Where nobody knows whether what refuses the object is in its namespace. */
  readonly isDoubtful?: true;
}
