import type { LineIndex } from '../report/positions.js';
import type { LintSubject } from '../rule/build-views.js';
import type { ResourceView } from '../rule/views.js';

/** An object as the rules over the whole run see it, for one version, and where it stands. */
export interface RunMember {
  readonly view: ResourceView;
  readonly subject: LintSubject;
  /** Which of the objects of its file. */
  readonly position: number;
  readonly lines: LineIndex;
}

/** What a file adds to the run, by the names of versions. */
export type RunMembers = ReadonlyMap<string, readonly RunMember[]>;
