import type { Report } from '@podlint/engine';
import type { Notification } from 'sarif';
import type { ReporterOptions } from '../reporter.js';
import { findingsOf, gravestFirst, type Placed } from '../severities.js';

/** Results that GitHub takes in one run; a file with more is refused as a whole. */
const limit = 25_000;

/** As many of the findings as GitHub takes, the graver ones, in the order of their places. */
export function withinLimit(found: readonly Placed[]): readonly Placed[] {
  if (found.length <= limit) return found;
  const kept = new Set(gravestFirst(found).slice(0, limit));
  return found.filter((finding) => kept.has(finding));
}

/** One line on what a SARIF report leaves out; undefined where it has everything. */
export function sarifCut(report: Report, detail: ReporterOptions['detail']): string | undefined {
  const { length } = findingsOf(report, detail);
  return length > limit ? `only the ${limit} gravest of ${length} findings are in the SARIF report, since GitHub refuses one with more; the JSON report has them all` : undefined;
}

export function cutNotifications(report: Report, detail: ReporterOptions['detail']): Notification[] {
  const text = sarifCut(report, detail);
  return text === undefined ? [] : [{ descriptor: { id: 'left-out' }, level: 'warning', message: { text } }];
}
