import { numberedFingerprints } from '../findings/fingerprint.js';
import { objectName, objectOf } from '../report/report-objects.js';
import type { Report, ReportedFile } from '../report/report.js';
import type { Baseline, BaselineFiles } from './baseline.js';

/** All that a report has found, and of an earlier baseline what it says of files that the run did not look into. */
export function makeBaseline(report: Report, earlier: Baseline, files: BaselineFiles): Baseline {
  const made = new Map<string, ReadonlyMap<string, string>>();
  const seen = new Set(
    report.files.filter(({ skipped }) => skipped === undefined).map(({ path }) => files.nameOf(path)),
  );
  for (const [name, findings] of earlier) if (!seen.has(name) && !files.isGone(name)) made.set(name, findings);
  for (const file of report.files) if (file.diagnostics.length > 0) made.set(files.nameOf(file.path), findingsOf(file));
  return made;
}

function findingsOf(file: ReportedFile): ReadonlyMap<string, string> {
  const prints = numberedFingerprints(file.diagnostics);
  return new Map(
    file.diagnostics.map((diagnostic, index) => [
      prints[index]!,
      [diagnostic.code, objectName(objectOf(diagnostic, file))].filter((part) => part !== '').join(', '),
    ]),
  );
}
