import type { FieldPath } from '@podlint/field-path';
import type { CheckedLevel } from './check.js';
import { checksOf } from './checks.js';
import { minorOf } from './level.js';
import { subjectOf, type ObjectWithKind, type Subject } from './subject.js';

/** A field at fault, and the control that it violates. */
export interface PodSecurityViolation {
  readonly check: string;
  readonly path: FieldPath;
}

export interface PodSecurityVerdict {
  readonly baseline: readonly PodSecurityViolation[];
  readonly restricted: readonly PodSecurityViolation[];
}

/**
 * What keeps a Pod, or the Pods of a controller, from a level of the Pod Security Standards in a version of them
 * (`v1.0` to `v1.36` and later, `latest`). Objects without Pods violate nothing.
 */
export function podSecurity(object: ObjectWithKind, version = 'latest'): PodSecurityVerdict {
  const subject = subjectOf(object);
  const minor = minorOf(version);
  const violations = (level: CheckedLevel): readonly PodSecurityViolation[] =>
    subject ? violationsOf(subject, level, minor) : [];
  return { baseline: violations('baseline'), restricted: violations('restricted') };
}

export function violationsOf(subject: Subject, level: CheckedLevel, minor: number): readonly PodSecurityViolation[] {
  return checksOf(level, minor).flatMap(({ id, find }) => find(subject).map(({ path }) => ({ check: id, path })));
}
