import type { Message } from '@podlint/messages';
import type { FieldPath } from '@podlint/field-path';
import type { Range } from '@podlint/syntax';
import type { PositionRange } from '../documents/position.js';
import type { Code } from './codes.js';
import type { ApiError, Fix, Severity, Stage } from './diagnostic.js';

/** A finding for one version, before findings of several versions are joined and before lines are counted. */
export interface Finding {
  readonly code: string;
  readonly stage: Stage;
  readonly severity: Severity;
  /** Its text is made where it is reported. */
  readonly message: Message;
  readonly path: FieldPath;
  readonly api: ApiError | undefined;
  readonly range: Range;
  /** `file` and the `place` in it only where that may be another file, whose lines nobody here can count. */
  readonly related: readonly {
    readonly message: string;
    readonly range: Range;
    readonly file?: string;
    readonly place?: PositionRange;
  }[];
  /**
   * Made when somebody asks, since working out edits costs more than finding what they are for; undefined: there are
   * none.
   */
  readonly fixes: (() => readonly Fix[]) | undefined;
}

type FindingParts = Pick<Finding, 'message' | 'path' | 'range'> & {
  readonly [Part in 'related' | 'fixes' | 'api']?: Finding[Part] | undefined;
};

const nothingRelated: Finding['related'] = [];

/** Of one shape whatever the stage: every later step reads each of them. */
export function finding(
  { id, stage, severity }: Omit<Code, 'summary'>,
  { message, path, range, api, related = nothingRelated, fixes }: FindingParts,
): Finding {
  return { code: id, stage, severity, message, path, api, range, related, fixes };
}
