import type { RuleFixer, SuggestedEdit } from '@eslint/core';
import type { ReportedDiagnostic, ReportedFix } from '@podlint/engine';
import { placeIn, type RuleContextOfText } from '../analysis/rule-context.js';
import type { RuleReporter } from '../analysis/rule-reporter.js';
import { joinedEdit, type Fixes } from '../analysis/fixes.js';
import type { RuleFacts } from './facts.js';
import { messageIn } from './messages.js';

/** Tells ESLint what podlint found under the code of a rule. */
export class Reporter implements RuleReporter {
  readonly id: string;

  constructor(
    private readonly facts: RuleFacts,
    private readonly messages: () => Readonly<Record<string, string>>,
  ) {
    this.id = facts.id;
  }

  tell(diagnostic: ReportedDiagnostic, fixes: Fixes, context: RuleContextOfText): void {
    const { start, end } = diagnostic.range;
    const { text } = context.sourceCode;
    const fix = this.facts.isFixable ? fixes.get(diagnostic) : undefined;
    const suggest = this.facts.hasSuggestions ? suggestionsIn(text, diagnostic, fix) : [];
    context.report({
      loc: { start: placeIn(context, start.line, start.column), end: placeIn(context, end.line, end.column) },
      ...messageIn(this.messages(), diagnostic),
      ...(fix && { fix: edit(text, fix) }),
      ...(suggest.length > 0 && { suggest }),
    });
  }
}

/** What is left to a person: the other fixes, and what there is to choose from, with what is most likely meant first. */
function suggestionsIn(
  text: string,
  { fixes, choices }: ReportedDiagnostic,
  made: ReportedFix | undefined,
): SuggestedEdit[] {
  const sorted = [...choices].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
  // ESLint changes the file that it lints, and no other.
  const here = sorted.filter(({ edits }) => edits.every(({ file }) => file === undefined));
  return [...fixes.filter((fix) => fix !== made), ...here]
    .filter(({ edits }) => edits.length > 0)
    .map((proposal) => ({ desc: proposal.title, fix: edit(text, proposal) }));
}

function edit(whole: string, { edits }: Pick<ReportedFix, 'edits'>): RuleFixer {
  const { range, text } = joinedEdit(whole, edits);
  return (fixer) => fixer.replaceTextRange(range, text);
}
