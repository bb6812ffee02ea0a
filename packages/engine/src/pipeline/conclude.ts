import { adjustedLevels, type AdjustedLevels } from '../findings/levels.js';
import { compareFindings } from '../findings/order.js';
import type { NotShown, ReportedFile } from '../report/report.js';
import { splitAtLevel, sumOfNotShown, withNotShown, type ReportLevel } from '../report/shown.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { OpenComments } from '../suppressions/open-comments.js';
import type { AboutSuppression } from '../suppressions/suppression.js';
import type { InspectedFile } from '../verdict/inspected.js';
import { placed } from './compact.js';
import type { ExaminedFile, ExaminedFinding, ExaminedObject } from './examined.js';
import { faultyFile } from './faulty-file.js';
import { withoutHidden } from './hidden-run-findings.js';
import type { LookUp, ReadAgain } from './read-again.js';
import { withoutOutrankedByRun } from './outranked-by-run.js';
import { reportOf } from './report-of.js';
import type { RunFinding } from './run-finding.js';
import { withRunFindings } from './run-findings.js';

/** What a file is concluded with. */
export interface Concluding {
  readonly by: Pick<Circumstances, 'ofObjects' | 'settings' | 'versions' | 'suppressor'>;
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

/**
 * The last step: what the run found, the levels that the user wants, what the file itself suppresses. A mistake of
 * podlint's own in one file costs no other.
 */
export function conclude(file: ExaminedFile, concluding: Concluding): Conclusion {
  try {
    return concludeWhole(file, concluding);
  } catch (error) {
    return concludeWhole(faultyFile(file.path, error, concluding.by.versions), {
      ...concluding,
      found: [],
      before: [],
    });
  }
}

function concludeWhole(file: ExaminedFile, concluding: Concluding): Conclusion {
  const { by, again } = concluding;
  const { toPlace: found, notShown: aside } = withoutHidden(file, concluding.found, by.settings.level);
  const all = withRunFindings(file, { ...concluding, found, versions: by.versions });
  const objects = atLevels(all, by.ofObjects);
  const { left, open } = unsuppressed({ ...file, objects }, concluding);
  const { path, skipped } = file;
  const { shown, notShown } = shownOf(withoutOutrankedByRun(left, by.ofObjects), by.settings.level);
  const reported = reportOf(path, shown, (position, index) => again.detailsOf(position, index));
  return {
    file: { ...reported, ...withNotShown(sumOfNotShown(aside, notShown)), ...(skipped !== undefined && { skipped }) },
    open,
  };
}

/** The objects with those of their findings that are reported. */
function shownOf(
  objects: readonly ExaminedObject[],
  level: ReportLevel | undefined,
): { readonly shown: readonly ExaminedObject[]; readonly notShown: NotShown | undefined } {
  let all: NotShown | undefined;
  const left = objects.map((object) => {
    const { shown, notShown } = splitAtLevel(object.findings, level);
    all = sumOfNotShown(all, notShown);
    return notShown ? { ...object, findings: shown } : object;
  });
  return { shown: left, notShown: all };
}

function atLevels(
  objects: readonly ExaminedObject[],
  ofObjects: Circumstances['ofObjects'],
): readonly ExaminedObject[] {
  const known = new Map<string | undefined, AdjustedLevels>();
  return objects.map((object) => {
    const levels = known.get(object.rules) ?? adjustedLevels(ofObjects.tableUnder(object.rules));
    known.set(object.rules, levels);
    return levels.size === 0 ? object : { ...object, findings: adjusted(object.findings, levels) };
  });
}

function adjusted(findings: readonly ExaminedFinding[], levels: AdjustedLevels): readonly ExaminedFinding[] {
  return findings.flatMap((finding) => {
    const severity = levels.get(finding.code);
    if (severity === 'off') return [];
    return severity === undefined ? finding : { ...finding, severity };
  });
}

/** The objects without what the file suppresses, and with what is to be said of its suppressions. */
function unsuppressed(
  { objects, mayDirect }: ExaminedFile,
  { by, again, before }: Concluding,
): { readonly left: readonly ExaminedObject[]; readonly open: OpenComments } {
  if (!by.suppressor || (!mayDirect && !before?.length)) return { left: objects, open: [] };
  const file = again.inspected();
  const { left, about, open } = by.suppressor.apply({ file, objects }, by, before);
  return {
    left: withReports(
      left,
      about,
      file,
      by.versions.map(({ name }) => name),
    ),
    open,
  };
}

function withReports(
  objects: readonly ExaminedObject[],
  about: readonly AboutSuppression[],
  { lines, path, objects: inspected }: InspectedFile,
  versions: readonly string[],
): readonly ExaminedObject[] {
  const made = new Map<number, ExaminedFinding[]>();
  for (const { object, finding } of about) {
    const of = inspected[object];
    if (!of) continue;
    const known = made.get(object) ?? [];
    made.set(object, known);
    known.push(placed(finding, { index: 0, versions, lines, path, inspected: of, details: 'with choices' }));
  }
  return objects.map((one, position) => {
    const more = made.get(position);
    return more ? { ...one, findings: [...one.findings, ...more].sort(compareFindings) } : one;
  });
}
