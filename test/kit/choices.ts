import type { Report, ReportedChoice } from '@podlint/engine';

/** A text after somebody has made that choice. */
export function applyChoice(text: string, { edits }: Pick<ReportedChoice, 'edits'>): string {
  return [...edits]
    .reverse()
    .sort((a, b) => b.range.start.offset - a.range.start.offset)
    .reduce(
      (result, { range, text: written }) =>
        result.slice(0, range.start.offset) + written + result.slice(range.end.offset),
      text,
    );
}

/** What keeps the server from taking the objects of a run: `api/required spec.selector`. */
export function apiErrorsOf({ files }: Report): string[] {
  return files.flatMap(({ diagnostics }) =>
    diagnostics
      .filter(({ severity, stage }) => severity === 'error' && stage !== 'lint')
      .map(({ code, path }) => `${code} ${path}`),
  );
}
