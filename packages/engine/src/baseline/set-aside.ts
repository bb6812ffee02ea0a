import { pushAll } from '@podlint/plain';
import { summarise } from '../report/assemble.js';
import { faultCode } from '../findings/fault.js';
import { numberedFingerprints } from '../findings/fingerprint.js';
import { objectOf } from '../report/report-objects.js';
import type { Report, ReportedDiagnostic, ReportedFile } from '../report/report.js';
import type { Baseline, BaselineFiles, SetAside, StaleFinding } from './baseline.js';

const none: ReadonlyMap<string, string> = new Map();

/**
 * Takes what a baseline knows out of a report. A finding is known in its own file, and, since fingerprints hold for an
 * object wherever it is, in any file when the one that it was found in is gone: it was renamed.
 */
export function setAside(report: Report, baseline: Baseline, files: BaselineFiles): SetAside {
  const gone = [...baseline.keys()].filter((name) => files.isGone(name));
  const moved = new Set(gone.flatMap((name) => [...baseline.get(name)!.keys()]));
  const used = new Set<string>();
  const stale: StaleFinding[] = [];
  const kept = report.files.map((file) => {
    const name = files.nameOf(file.path);
    const known = baseline.get(name) ?? none;
    const { left, aside } = parted(
      file,
      (print, diagnostic) =>
        diagnostic.code !== faultCode.id && (known.has(print) || (moved.has(print) && hasName(diagnostic, file))),
    );
    for (const print of aside) used.add(print);
    // What is below the level of the run may well occur.
    if (file.skipped === undefined && !file.notShown) pushAll(stale, staleOf(name, known, aside));
    return left;
  });
  for (const name of gone) pushAll(stale, staleOf(name, baseline.get(name)!, used));
  return { report: { ...report, files: kept, summary: summarise(kept) }, stale };
}

/** Without a name any two objects of a kind are alike. */
function hasName(diagnostic: ReportedDiagnostic, file: ReportedFile): boolean {
  return objectOf(diagnostic, file)?.name !== undefined;
}

/** A file without what is known, and the numbered fingerprints of that. */
function parted(
  file: ReportedFile,
  isKnown: (print: string, diagnostic: ReportedDiagnostic) => boolean,
): { left: ReportedFile; aside: ReadonlySet<string> } {
  const prints = numberedFingerprints(file.diagnostics);
  const aside = new Set(prints.filter((print, index) => isKnown(print, file.diagnostics[index]!)));
  if (aside.size === 0) return { left: file, aside };
  return {
    left: {
      ...file,
      diagnostics: file.diagnostics.filter((_, index) => !aside.has(prints[index]!)),
      setAside: aside.size,
    },
    aside,
  };
}

function staleOf(name: string, known: ReadonlyMap<string, string>, found: ReadonlySet<string>): StaleFinding[] {
  return [...known].flatMap(([fingerprint, about]) => (found.has(fingerprint) ? [] : [{ name, about }]));
}
