import type { Message } from '@podlint/messages';
import type { FieldPath } from '@podlint/field-path';
import type { Range } from '@podlint/syntax';
import type { PositionRange } from '../documents/position.js';
import type { Code } from './codes.js';
import type { ApiError, Choice, Fix, Severity, Stage, Tag } from './diagnostic.js';

/** A finding for one version, before findings of several versions are joined and before lines are counted. */
export interface Finding {
  readonly code: string;
  readonly stage: Stage;
  readonly severity: Severity;
  readonly tags: readonly Tag[] | undefined;
  /** Its text is made where it is reported. */
  readonly message: Message;
  readonly path: FieldPath;
  readonly api: ApiError | undefined;
  readonly range: Range;
  /** `file` and the `place` in it only where that may be another file, whose lines nobody here can count. */
  readonly related: readonly {
    readonly message: Message;
    readonly range: Range;
    readonly file?: string;
    readonly place?: PositionRange;
  }[];
  /**
   * Made when somebody asks, since working out edits costs more than finding what they are for; undefined: there are
   * none.
   */
  readonly fixes: (() => readonly Fix[]) | undefined;
  /** What a person could do about it, made as late as fixes are. */
  readonly choices: (() => readonly Choice[]) | undefined;
  /** What is no longer found once this is mended. */
  readonly follows: readonly Followed[];
  /** Found in the rest of an object that the server cannot decode: what it would mind next. */
  readonly provisional: boolean;
}

/** What is kept of a finding that follows from another one. */
export type Followed = Pick<Finding, 'code' | 'severity' | 'path' | 'api'>;

type FindingParts = Pick<Finding, 'message' | 'path' | 'range'> & {
  readonly [Part in 'related' | 'fixes' | 'choices' | 'api' | 'follows']?: Finding[Part] | undefined;
};

const nothingRelated: Finding['related'] = [];
const nothingFollows: Finding['follows'] = [];

/** Of one shape whatever the stage: every later step reads each of them. */
export function finding(
  { id, stage, severity, tags }: Omit<Code, 'summary'>,
  { message, path, range, api, related = nothingRelated, fixes, choices, follows = nothingFollows }: FindingParts,
): Finding {
  return {
    code: id,
    stage,
    severity,
    tags,
    message,
    path,
    api,
    range,
    related,
    fixes,
    choices,
    follows,
    provisional: false,
  };
}
