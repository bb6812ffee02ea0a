import { parseIndexes } from './index-set.js';
import type { JobSettings } from './job-facts.js';

/** MatchSuccessPolicy, pkg/controller/job/success_policy.go. */
export function meetsSuccessPolicy({ spec, completions = 0 }: JobSettings, succeeded: ReadonlySet<number>): boolean {
  if (succeeded.size === 0) return false;
  return (spec.successPolicy?.rules ?? []).some(({ succeededIndexes, succeededCount }) => {
    if (succeededIndexes === undefined) return succeededCount !== undefined && succeeded.size >= succeededCount;
    const required = parseIndexes(succeededIndexes, completions);
    const reached = [...required].filter((index) => succeeded.has(index)).length;
    return (
      required.size > 0 && (reached === required.size || (succeededCount !== undefined && reached >= succeededCount))
    );
  });
}
