import type { FieldPath } from '@podlint/field-path';
import type { CheckedLevel } from './check.js';
import { checksOf } from './checks.js';
import { minorOf, type LevelVersion } from './level.js';
import type { Subject } from './subject.js';

/** A field at fault, and the control that it violates. */
export interface PodSecurityViolation {
  readonly check: string;
  readonly path: FieldPath;
}

export function violationsOf(subject: Subject, level: CheckedLevel, minor: number): readonly PodSecurityViolation[] {
  return checksOf(level, minor).flatMap(({ id, find }) => find(subject).map(({ path }) => ({ check: id, path })));
}

/** `newest`: the version of the cluster, which knows no newer version of the standards. */
export function violationsAt(
  subject: Subject,
  { level, version }: LevelVersion,
  newest = Infinity,
): readonly PodSecurityViolation[] {
  return level === 'privileged' ? [] : violationsOf(subject, level, Math.min(minorOf(version), newest));
}
