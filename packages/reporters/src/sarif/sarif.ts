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
  const rules = rulesOf(kept, idsByCode(found), options);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  return sarifText({
    tool: report.tool,
    rules,
    notifications: [
      ...cutNotifications(found.length),
      ...setAsideNotifications(report, named),
      ...skipNotifications(report, named),
    ],
    results: kept.map((finding) => {
      const { code } = finding.diagnostic;
      return resultOf(finding, {
        ruleIndex: ruleIndex.get(code)!,
        messages: options.describe?.(code)?.messages,
        named,
      });
    }),
    kubernetesVersions: report.kubernetesVersions,
  });
};

/** Those that have a result, sorted by id. */
function rulesOf(
  kept: readonly Placed[],
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  { describe }: ReporterOptions,
): ReportingDescriptor[] {
  const byCode = new Map(kept.map(({ diagnostic }) => [diagnostic.code, diagnostic]));
  return [...byCode.keys()].sort().map((code) => ruleOf(byCode.get(code)!, [...ids.get(code)!], describe?.(code)));
}

/** The messages of each code that the run says, those beyond the limit among them: other parts of a run may keep these. */
function idsByCode(found: readonly Placed[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { diagnostic } of found) {
    const known = ids.get(diagnostic.code);
    if (known) known.add(diagnostic.messageId);
    else ids.set(diagnostic.code, new Set([diagnostic.messageId]));
  }
  return ids;
}
