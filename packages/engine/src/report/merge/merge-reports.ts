import { report } from '../assemble.js';
import { compareText } from '../../findings/compare-text.js';
import { jointVersions } from '../../settings/joint-versions.js';
import type { Report, ReportedFile } from '../report.js';
import { mergeFile, type FilePart } from './merge-file.js';
import { MergeError } from './merge-error.js';

/** A report and what its messages call it. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/**
 * Joins the reports of shards, or of different runs, to the one that a single run would have made: sorted, each file
 * and each finding once, counted anew.
 * @throws MergeError for reports of different podlints, and of different texts under one path
 */
export function mergeReports(reports: readonly NamedReport[]): Report {
  const [first] = reports;
  if (!first) throw new MergeError('there is no report to merge');
  refuseOthers(reports.map(({ name, report: { tool } }) => ({ name, version: tool.version })));
  const versions = jointVersions(reports.map((one) => one.report.kubernetesVersions));
  const parts = new Map<string, FilePart[]>();
  for (const {
    name,
    report: { files },
  } of reports)
    for (const file of files) parts.set(file.path, [...(parts.get(file.path) ?? []), { from: name, file }]);
  const paths = [...parts.keys()].sort(compareText);
  return report(
    first.report.tool,
    versions,
    paths.map((path): ReportedFile => mergeFile(parts.get(path)!, versions)),
  );
}

/** @throws MergeError unless one podlint made all of these */
export function refuseOthers(made: readonly { readonly name: string; readonly version: string }[]): void {
  const [first, ...more] = made;
  const other = more.find(({ version }) => version !== first!.version);
  if (other)
    throw new MergeError(
      `${first!.name} is of podlint ${first!.version} and ${other.name} of ${other.version}, which may not judge alike: make both with the same one`,
    );
}
