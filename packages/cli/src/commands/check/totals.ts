import { sumOfNotShown, type Summary } from '@podlint/engine';

/** The summary of what two runs have judged, the parts of one report for example. */
export function sumOf(a: Summary, b: Summary): Summary {
  const notShown = sumOfNotShown(a.notShown, b.notShown);
  const faults = (a.faults ?? 0) + (b.faults ?? 0);
  return {
    files: a.files + b.files,
    documents: a.documents + b.documents,
    checked: a.checked + b.checked,
    skipped: a.skipped + b.skipped,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
    fixable: a.fixable + b.fixable,
    ...(faults > 0 && { faults }),
    ...(notShown && { notShown }),
  };
}
