import type { FieldPath } from '@podlint/field-path';
import type { Range, TextEdit } from '@podlint/syntax';
import type { Finding } from '../findings/finding.js';
import type { Cover } from './cover.js';
import type { WrittenId } from './id-list.js';

/** A finding, and where it stands. */
export interface FoundAt {
  readonly code: string;
  /** Ids that the rule had before. */
  readonly formerly: readonly string[];
  readonly path: FieldPath;
  /** In the text that the suppressions stand in. */
  readonly range: Range;
  /** Which of the objects of the file it is about. */
  readonly object: number;
  /** Counted from 1. */
  readonly line: number;
}

/** A comment or annotation that hides findings. */
export interface Suppression {
  /** Empty: every code. */
  readonly ids: readonly WrittenId[];
  /** What a report about it points at. */
  readonly range: Range;
  readonly path: FieldPath;
  /** Which of the objects of the file a report about it belongs to. */
  readonly object: number;
  /** What it could hide findings in. */
  readonly reach: readonly number[];
  /** It also speaks of text that is not at hand, so that nobody can say whether it is of use. */
  readonly goesOn?: boolean;
  /** What it speaks of; the ids are not looked at. */
  readonly cover: Cover;
  /** Takes the ids out, and with the last one the whole; none where the text leaves no way to do it. */
  without(ids: readonly WrittenId[]): readonly TextEdit[];
}

/** What podlint says of a suppression, and of which object of the file it says it. */
export interface AboutSuppression {
  readonly finding: Finding;
  readonly object: number;
}
