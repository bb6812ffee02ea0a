import { smallest } from '@podlint/plain';
import type { ReportedDiagnostic, ReportedFix } from '@podlint/engine';

/** The one fix of each finding that ESLint may make by itself. */
export type Fixes = ReadonlyMap<ReportedDiagnostic, ReportedFix>;

/**
 * The fixes that `podlint --fix` would make of the text as it is, and those that only wait for the place to be free:
 * ESLint takes fixes in the order of their places and leaves out those that touch an earlier one, as podlint does
 * (`applyFixes`). What keeps an object from being decoded goes before all else. ESLint looks at the text anew after each
 * round.
 */
export function fixesOf(diagnostics: readonly ReportedDiagnostic[]): Fixes {
  const all = diagnostics.flatMap((diagnostic): [ReportedDiagnostic, ReportedFix][] => {
    const safe = diagnostic.fixes.filter(({ safety }) => safety === 'safe');
    const [fix] = safe;
    return fix && safe.length === 1 ? [[diagnostic, fix]] : [];
  });
  const decoding = all.filter(([{ stage }]) => stage === 'syntax' || stage === 'schema');
  return new Map(firstAtEachPlace(decoding.length > 0 ? decoding : all));
}

/** Of fixes that begin at one place podlint takes the first that was found, ESLint the shortest. */
function firstAtEachPlace(
  fixes: readonly [ReportedDiagnostic, ReportedFix][],
): readonly [ReportedDiagnostic, ReportedFix][] {
  const starts = new Set<number>();
  return fixes.filter(([, fix]) => {
    const start = startOf(fix);
    if (starts.has(start)) return false;
    starts.add(start);
    return true;
  });
}

type Edits = ReportedFix['edits'];

function startOf({ edits }: { readonly edits: Edits }): number {
  return smallest(edits.map(({ range }) => range.start.offset));
}

/** Several edits as one, over all that lies between them. */
export function joinedEdit(text: string, edits: Edits): { readonly range: [number, number]; readonly text: string } {
  const sorted = [...edits].sort((a, b) => a.range.start.offset - b.range.start.offset);
  const start = sorted[0]?.range.start.offset ?? 0;
  let at = start;
  let joined = '';
  for (const { range, text: written } of sorted) {
    joined += text.slice(at, range.start.offset) + written;
    at = range.end.offset;
  }
  return { range: [start, at], text: joined };
}
