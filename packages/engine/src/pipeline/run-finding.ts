import type { Message } from '@podlint/messages';
import type { Severity } from '../findings/diagnostic.js';
import type { PositionRange } from '../report/report.js';
import type { FieldSegments } from '../rule/field.js';
import type { FixProposal } from '../rule/rule.js';

/**
 * What a rule over the whole run says of an object: all of it but the place in the text of that object, which only its
 * own file can tell.
 */
export interface RunFinding {
  readonly version: string;
  /** Which of the objects of its file. */
  readonly position: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly at: FieldSegments;
  readonly related: readonly { readonly message: string; readonly file: string; readonly place: PositionRange }[];
  readonly fixes: () => readonly FixProposal[];
  readonly insteadOf?: string;
}
