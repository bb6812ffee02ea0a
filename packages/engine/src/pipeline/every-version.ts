import type { Fix } from '../findings/diagnostic.js';
import type { Finding } from '../findings/finding.js';
import type { VersionJudgement } from '../verdict/inspected.js';

/**
 * The finding, with its fixes safe only as far as each version that was asked for has the same safe fix: what is right
 * for one version may be refused by another, or mean something else there.
 */
export function safeInEveryVersion(finding: Finding, judgements: readonly VersionJudgement[]): Finding {
  const { fixes } = finding;
  if (!fixes || judgements.length < 2) return finding;
  return {
    ...finding,
    fixes: () =>
      fixes().map((fix) => {
        const isSafe = fix.safety === 'safe' && judgements.every(({ findings }) => hasFix(findings, finding, fix));
        return isSafe || fix.safety !== 'safe' ? fix : { ...fix, safety: 'unsafe' };
      }),
  };
}

/** Whether a finding at that place has the fix too. */
function hasFix(findings: readonly Finding[], { range }: Finding, fix: Fix): boolean {
  return findings
    .filter((other) => other.range.start === range.start)
    .some((other) => other.fixes?.().some((one) => one.safety === 'safe' && areEqual(one.edits, fix.edits)));
}

function areEqual(some: Fix['edits'], others: Fix['edits']): boolean {
  return (
    some.length === others.length &&
    some.every(({ range, text }, index) => {
      const other = others[index];
      return other?.text === text && other.range.start === range.start && other.range.end === range.end;
    })
  );
}
