import { adjustedLevels, type AdjustedLevels } from '../findings/levels.js';
import type { ReportedFile } from '../report/report.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { OpenComments } from '../suppressions/open-comments.js';
import type { AboutSuppression } from '../suppressions/suppression.js';
import type { InspectedFile } from '../verdict/inspected.js';
import { placed } from './compact.js';
import type { ExaminedFile, ExaminedObject } from './examined.js';
import type { LookUp, ReadAgain } from './read-again.js';
import { reportOf } from './report-of.js';
import type { RunFinding } from './run-finding.js';
import { withRunFindings } from './run-findings.js';

/** What a file is concluded with. */
export interface Concluding {
  readonly by: Pick<Circumstances, 'rules' | 'settings' | 'versions' | 'suppressor'>;
  /** What the rules over the whole run found about it. */
  readonly found: readonly RunFinding[];
  /** The file itself, read again. */
  readonly again: ReadAgain;
  /** Any file of the run. */
  readonly lookUp: LookUp;
  /** Of a text in parts: what its earlier parts have left open. */
  readonly before?: OpenComments;
}

export interface Conclusion {
  readonly file: ReportedFile;
  /** What is open behind this part of a text. */
  readonly open: OpenComments;
}

/** The last step: what the run found, the levels that the user wants, what the file itself suppresses. */
export function conclude(file: ExaminedFile, concluding: Concluding): Conclusion {
  const { by, again } = concluding;
  const all = withRunFindings(file, concluding);
  const objects = atLevels(all, adjustedLevels(by.settings.rules));
  const { left, open } = unsuppressed({ ...file, objects }, concluding);
  const { path, skipped } = file;
  const reported = reportOf(path, left, (position, index) => again.detailsOf(position, index));
  return { file: skipped === undefined ? reported : { ...reported, skipped }, open };
}

function atLevels(objects: readonly ExaminedObject[], levels: AdjustedLevels): readonly ExaminedObject[] {
  if (levels.size === 0) return objects;
  return objects.map((object) => ({
    ...object,
    findings: object.findings.flatMap((finding) => {
      const severity = levels.get(finding.code);
      if (severity === 'off') return [];
      return severity === undefined ? finding : { ...finding, severity };
    }),
  }));
}

/** The objects without what the file suppresses, and with what is to be said of its suppressions. */
function unsuppressed(
  { objects, mayDirect }: ExaminedFile,
  { by, again, before }: Concluding,
): { readonly left: readonly ExaminedObject[]; readonly open: OpenComments } {
  if (!by.suppressor || (!mayDirect && !before?.length)) return { left: objects, open: [] };
  const file = again.inspected();
  const { left, about, open } = by.suppressor.apply({ file, objects }, by, before);
  const versions = by.versions.map(({ name }) => name);
  return { left: about.reduce((some, one) => withReport(some, one, file, versions), left), open };
}

function withReport(
  objects: readonly ExaminedObject[],
  { object, finding }: AboutSuppression,
  { lines, path, objects: inspected }: InspectedFile,
  versions: readonly string[],
): readonly ExaminedObject[] {
  const made = placed(finding, { index: 0, versions, lines, path, details: inspected[object] });
  return objects.map((one, position) => (position === object ? { ...one, findings: [...one.findings, made] } : one));
}
