import { largest, smallest } from '@podlint/plain';
import type { ReportedDiagnostic, ReportedFix } from './report.js';
import type { Safety } from '../findings/diagnostic.js';

export interface AppliedFixes {
  readonly text: string;
  /** How many fixes went into the text. */
  readonly applied: number;
  /** Fixes of that safety that had to wait, because they touch the same places; another round may take them. */
  readonly remaining: number;
}

/**
 * Applies the first choice of each finding, from the top of the file down; of fixes that overlap, the upper one goes
 * first.
 * What keeps an object from being decoded goes before all else: a rule may have found missing what is only misspelt.
 */
export function applyFixes(text: string, diagnostics: readonly ReportedDiagnostic[], safety: Safety): AppliedFixes {
  const fixesOf = (found: readonly ReportedDiagnostic[]): ReportedFix[] =>
    uniqueFixes(found.flatMap((diagnostic) => firstFix(diagnostic, safety) ?? []));
  const fixes = fixesOf(diagnostics);
  const decoding = fixesOf(diagnostics.filter(({ stage }) => stage === 'syntax' || stage === 'schema'));
  const accepted = apart(decoding.length > 0 ? decoding : fixes);
  return { text: rewrite(text, accepted), applied: accepted.length, remaining: fixes.length - accepted.length };
}

/** A finding with several choices is the user's to decide, unless exactly one of them is allowed. */
function firstFix(diagnostic: ReportedDiagnostic, safety: Safety): ReportedFix | undefined {
  const allowed = diagnostic.fixes.filter((fix) => fix.safety === 'safe' || safety === 'unsafe');
  return allowed.length === 1 ? allowed[0] : undefined;
}

function uniqueFixes(fixes: readonly ReportedFix[]): ReportedFix[] {
  const seen = new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix]));
  return [...seen.values()].sort((a, b) => startOf(a) - startOf(b));
}

function startOf(fix: ReportedFix): number {
  return smallest(fix.edits.map((edit) => edit.range.start.offset));
}

function endOf(fix: ReportedFix): number {
  return largest(fix.edits.map((edit) => edit.range.end.offset));
}

/**
 * Of fixes in the order of their places, those that leave each other alone. A fix takes all that lies between its first
 * and its last edit:
 * where it moves or indents these lines, one that another fix inserts there would come out where it belonged before.
 */
function apart(fixes: readonly ReportedFix[]): ReportedFix[] {
  let end = -1;
  return fixes.filter((fix) => {
    if (startOf(fix) <= end) return false;
    end = endOf(fix);
    return true;
  });
}

/** Insertions at one place come out in the order given; what two edits take away is taken away once. */
function rewrite(text: string, fixes: readonly ReportedFix[]): string {
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => a.range.start.offset - b.range.start.offset);
  const pieces: string[] = [];
  let at = 0;
  for (const { range, text: written } of edits) {
    if (range.start.offset > at) pieces.push(text.slice(at, range.start.offset));
    pieces.push(written);
    at = Math.max(at, range.end.offset);
  }
  return [...pieces, text.slice(at)].join('');
}
