import { addTo } from '@podlint/plain';
import type { ReportedDiagnostic } from '@podlint/engine';

/** Findings of a file by their places, in their order. */
export function groupsByPlace(
  diagnostics: readonly ReportedDiagnostic[],
): [ReportedDiagnostic, ...ReportedDiagnostic[]][] {
  const groups = new Map<string, [ReportedDiagnostic, ...ReportedDiagnostic[]]>();
  for (const diagnostic of diagnostics) {
    const { document, item, range } = diagnostic;
    const place = [document, item ?? '', range.start.offset, range.end.offset].join(' ');
    addTo(groups, place, diagnostic);
  }
  return [...groups.values()];
}
