import type { FieldPath } from '@podlint/field-path';
import type { Subject } from './subject.js';

export type CheckedLevel = 'baseline' | 'restricted';

/** A field that violates a check; it may be missing. */
export interface Violation {
  readonly path: FieldPath;
  /** The value at fault, where upstream counts how many different ones there are. */
  readonly counted?: string;
}

/** What a check forbids from a version of the standards on. */
export interface CheckVersion {
  /** The minor version of Kubernetes: 8 for v1.8. */
  readonly since: number;
  /** Checks of baseline that this one contains, so that restricted goes without them. */
  readonly overrides?: readonly string[];
  readonly find: (subject: Subject) => readonly Violation[];
}

/** A control of the Pod Security Standards (k8s.io/pod-security-admission, policy/checks.go). */
export interface Check {
  readonly id: string;
  readonly level: CheckedLevel;
  /** Oldest first. */
  readonly versions: readonly CheckVersion[];
}

type Find = CheckVersion['find'];

/** The same, but for those Pods to which it does not apply. */
export function unless(exempt: (subject: Subject) => boolean, find: Find): Find {
  return (subject) => (exempt(subject) ? [] : find(subject));
}
