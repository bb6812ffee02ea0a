import { minorOf } from './level.js';
import { subjectOf, type ObjectWithKind } from './subject-of.js';
import type { CheckedLevel } from './check.js';
import { violationsOf, type PodSecurityViolation } from './violations.js';

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
