import type { ReportedDiagnostic } from '@podlint/engine';
import { toTextEdits, type Remedy } from './actions.js';

/**
 * The fixes of a finding. A safe one is preferred where it is the only one: between several, the user has to decide.
 */
export function fixRemedies({ fixes }: ReportedDiagnostic): Remedy[] {
  const isOnlySafeOne = fixes.filter(({ safety }) => safety === 'safe').length === 1;
  return fixes.map((fix) => ({
    title: fix.title,
    edits: toTextEdits(fix),
    isPreferred: fix.safety === 'safe' && isOnlySafeOne,
  }));
}

/** What a person could do about a finding. */
export function choiceRemedies({ choices }: ReportedDiagnostic): Remedy[] {
  return choices.map((choice) => ({
    title: choice.title,
    edits: toTextEdits(choice),
    elsewhere: choice.edits[0]?.file,
    isPreferred: choice.preferred ?? false,
  }));
}
