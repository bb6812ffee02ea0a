import type { Message } from '@podlint/messages';
import type { Range } from '@podlint/syntax';
import type { ApiError, Fix, Severity, Stage } from './diagnostic.js';
import type { Code } from './codes.js';
import type { PositionRange } from '../report/report.js';

/** A finding for one version, before findings of several versions are joined and before lines are counted. */
export interface Finding {
  readonly code: string;
  readonly stage: Stage;
  readonly severity: Severity;
  /** Its text is made where it is reported. */
  readonly message: Message;
  readonly path: string;
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
  /** Names and indexes from the object down, of a finding of the schema stage. */
  readonly keyPath: readonly (string | number)[] | undefined;
}

type FindingParts = Pick<Finding, 'message' | 'path' | 'range'> &
  Partial<Pick<Finding, 'related' | 'fixes' | 'api' | 'keyPath'>>;

const nothingRelated: Finding['related'] = [];

/** Of one shape whatever the stage: every later step reads each of them. */
export function finding(
  { id, stage, severity }: Omit<Code, 'summary'>,
  { message, path, range, api, related = nothingRelated, fixes, keyPath }: FindingParts,
): Finding {
  return { code: id, stage, severity, message, path, api, range, related, fixes, keyPath };
}
