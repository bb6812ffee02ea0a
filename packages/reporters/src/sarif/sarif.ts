import type { Report } from '@podlint/engine';
import type { Log, ReportingDescriptor, Run } from 'sarif';
import type { Reporter, ReporterOptions } from '../reporter.js';
import { visibleJson } from '../sanitize.js';
import { findingsOf, type Placed } from '../severities.js';
import { cutNotifications, withinLimit } from './limit.js';
import { setAsideNotifications, skipNotifications } from './notifications.js';
import { resultOf } from './result.js';
import { ruleOf } from './rule.js';

/** SARIF 2.1.0 (OASIS), as GitHub code scanning takes it. */
export const sarif: Reporter = (report, options) => {
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [runOf(report, options)] };
  return visibleJson(`${JSON.stringify(log, undefined, 2)}\n`);
};

function runOf(report: Report, options: ReporterOptions): Run {
  const named = options.repositoryPath ?? ((path) => path);
  const kept = withinLimit(findingsOf(report, options.detail));
  const rules = rulesOf(kept, options);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const { name, version } = report.tool;
  return {
    tool: { driver: { name, version, semanticVersion: version, informationUri: 'https://podlint.io', rules } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: [...cutNotifications(report, options.detail), ...setAsideNotifications(report), ...skipNotifications(report, named)] }],
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results: kept.map((finding) => resultOf(finding, ruleIndex.get(finding.diagnostic.code)!, named)),
    properties: { kubernetesVersions: report.kubernetesVersions },
  };
}

/** Those that have a result, sorted by id. */
function rulesOf(found: readonly Placed[], { describe }: ReporterOptions): ReportingDescriptor[] {
  const byCode = new Map(found.map(({ diagnostic }) => [diagnostic.code, diagnostic]));
  return [...byCode.keys()].sort().map((code) => ruleOf(byCode.get(code)!, describe?.(code)));
}
