import type { Level } from './level.js';
import type { Subject } from './subject.js';
import { violationsOf, type PodSecurityViolation } from './violations.js';

/** The strictest level that lets a Pod pass, and what keeps it from the next one. */
export interface HighestLevel {
  readonly level: Level;
  readonly next?: { readonly level: Level; readonly violations: readonly PodSecurityViolation[] };
}

/** `minor`: of the cluster's version. */
export function highestLevel(subject: Subject, minor: number): HighestLevel {
  const baseline = violationsOf(subject, 'baseline', minor);
  if (baseline.length > 0) return { level: 'privileged', next: { level: 'baseline', violations: baseline } };
  const restricted = violationsOf(subject, 'restricted', minor);
  if (restricted.length > 0) return { level: 'baseline', next: { level: 'restricted', violations: restricted } };
  return { level: 'restricted' };
}
