import type { ReportingDescriptor } from 'sarif';
import type { Reporter, ReporterOptions } from '../reporter.js';
import { findingsOf, type Placed } from '../severities.js';
import { withinLimit } from './limit.js';
import { sarifText } from './log.js';
import { cutNotifications, setAsideNotifications, skipNotifications } from './notifications.js';
import { resultOf } from './result.js';
import { ruleOf } from './rule.js';

/** SARIF 2.1.0 (OASIS), as GitHub code scanning takes it. */
export const sarif: Reporter = (report, options) => {
  const named = options.repositoryPath ?? ((path) => path);
  const found = findingsOf(report, options.detail);
  const kept = withinLimit(found);
  const rules = rulesOf(kept, options);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  return sarifText({
    tool: report.tool,
    rules,
    notifications: [
      ...cutNotifications(found.length),
      ...setAsideNotifications(report, named),
      ...skipNotifications(report, named),
    ],
    results: kept.map((finding) => resultOf(finding, ruleIndex.get(finding.diagnostic.code)!, named)),
    kubernetesVersions: report.kubernetesVersions,
  });
};

/** Those that have a result, sorted by id. */
function rulesOf(found: readonly Placed[], { describe }: ReporterOptions): ReportingDescriptor[] {
  const byCode = new Map(found.map(({ diagnostic }) => [diagnostic.code, diagnostic]));
  return [...byCode.keys()].sort().map((code) => ruleOf(byCode.get(code)!, describe?.(code)));
}
