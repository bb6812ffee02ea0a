import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { Severity, Tag } from '../findings/diagnostic.js';
import type { ChoiceProposal, FixProposal } from '../rule/rule.js';

/** A field of an object of the run. */
export interface RunPlace {
  readonly file: string;
  /** Which of the objects of the file. */
  readonly position: number;
  readonly path: FieldPath;
}

/**
 * What a rule over the whole run says of an object: all of it but the places in the texts, which are looked up in the
 * files again.
 */
export interface RunFinding extends Omit<RunPlace, 'file'> {
  readonly version: string;
  readonly code: string;
  readonly severity: Severity;
  readonly tags: readonly Tag[] | undefined;
  readonly message: Message;
  readonly related: readonly (RunPlace & { readonly message: Message })[];
  readonly fixes: readonly FixProposal[];
  readonly choices: readonly ChoiceProposal[];
}
