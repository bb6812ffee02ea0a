import type { Report, SkipReason } from '@podlint/engine';

/**
 * Why a run that found no document found none, in one line; undefined for a run that found some. Such a run looks too
 * much like a pass to be one.
 */
export function nothingFound({ summary, files }: Pick<Report, 'summary' | 'files'>): string | undefined {
  if (summary.documents > 0) return undefined;
  const skipped = files.find((file) => file.skipped !== undefined);
  return `nothing was checked: no document was found${skipped ? `; "${skipped.path}": ${skipped.skipped}` : ''}`;
}

const inPart: SkipReason = 'only its pod template is judged';

/** The same for a run that found documents and could judge none of them. */
export function nothingJudged(report: Pick<Report, 'summary' | 'files'>): string | undefined {
  const { documents, checked } = report.summary;
  if (documents === 0) return nothingFound(report);
  const isInPart = report.files.some((file) => file.documents.some(({ skipped }) => skipped === inPart));
  return checked > 0 || isInPart ? undefined : 'nothing was checked: podlint judges none of these objects';
}
