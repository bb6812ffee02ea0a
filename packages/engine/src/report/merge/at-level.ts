import { report } from '../assemble.js';
import type { Report } from '../report.js';
import { shownAt, type ReportLevel } from '../shown.js';

/** The report with the findings at or above a level, counted anew. */
export function atLevel(whole: Report, level: ReportLevel | undefined): Report {
  if (level === undefined) return whole;
  const { tool, kubernetesVersions, files } = whole;
  return report(
    tool,
    kubernetesVersions,
    files.map((file) => shownAt(file, level)),
  );
}
