import type { Report } from '@podlint/engine';
import type { ReporterOptions } from '../reporter.js';
import { findingsOf, gravestFirst, type Placed } from '../severities.js';

/** Results that GitHub takes in one run; a file with more is refused as a whole. */
export const sarifLimit = 25_000;

/** As many of the findings as GitHub takes, the graver ones, in the order of their places. */
export function withinLimit(found: readonly Placed[]): readonly Placed[] {
  if (found.length <= sarifLimit) return found;
  const kept = new Set(gravestFirst(found).slice(0, sarifLimit));
  return found.filter((finding) => kept.has(finding));
}

/** One line on what a SARIF report leaves out; undefined where it has everything. */
export function sarifCut(report: Report, detail: ReporterOptions['detail']): string | undefined {
  return cutText(findingsOf(report, detail).length);
}

/** The same, of a number of findings. */
export function cutText(findings: number): string | undefined {
  return findings > sarifLimit
    ? `only the ${sarifLimit} gravest of ${findings} findings are in the SARIF report, since GitHub refuses one with more; the JSON report has them all`
    : undefined;
}
