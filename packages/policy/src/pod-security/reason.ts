import { checksOf } from './checks.js';
import { minorOf, type LevelVersion } from './level.js';
import type { Subject } from './subject.js';

/**
 * What upstream's words for a Pod's violations depend on, and so which Pods it takes together: the checks, and where
 * a check counts values, whether there are several (pluralize in check_appArmorProfile.go).
 */
export function reasonOf(subject: Subject, { level, version }: LevelVersion): string {
  if (level === 'privileged') return '';
  return checksOf(level, minorOf(version))
    .map(({ id, find }) => ({ id, violations: find(subject) }))
    .filter(({ violations }) => violations.length > 0)
    .map(({ id, violations }) => `${id}${new Set(violations.map(({ counted }) => counted)).size > 1 ? 's' : ''}`)
    .join();
}
