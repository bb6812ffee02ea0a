import type { RuleFixer, SuggestedEdit } from '@eslint/core';
import type { ReportedDiagnostic, ReportedFix } from '@podlint/engine';
import type { RuleReporter } from '../analysis/analysis.js';
import { joinedEdit, type Fixes } from '../analysis/fixes.js';
import type { RuleFacts } from './facts.js';
import { messageIn } from './messages.js';
import type { RuleContextOfText } from './types.js';

/** Tells ESLint what podlint found under the code of a rule. */
export class Reporter implements RuleReporter {
  constructor(
    private readonly facts: RuleFacts,
    private readonly messages: Readonly<Record<string, string>>,
    private readonly context: RuleContextOfText,
  ) {}

  /** What is wrong with the settings, for all rules. */
  tellProblem(message: string): void {
    this.context.report({ loc: this.place(1, 1), message });
  }

  tell(diagnostic: ReportedDiagnostic, fixes: Fixes): void {
    const { start, end } = diagnostic.range;
    const fix = this.facts.isFixable ? fixes.get(diagnostic) : undefined;
    const suggest = this.facts.hasSuggestions ? this.suggestions(diagnostic, fix) : [];
    this.context.report({
      loc: { start: this.place(start.line, start.column), end: this.place(end.line, end.column) },
      ...messageIn(this.messages, diagnostic),
      ...(fix && { fix: this.edit(fix) }),
      ...(suggest.length > 0 && { suggest }),
    });
  }

  /** What is left to a person: the other fixes, and what there is to choose from, with what is most likely meant first. */
  private suggestions({ fixes, choices }: ReportedDiagnostic, made: ReportedFix | undefined): SuggestedEdit[] {
    const sorted = [...choices].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
    // ESLint changes the file that it lints, and no other.
    const here = sorted.filter(({ edits }) => edits.every(({ file }) => file === undefined));
    return [...fixes.filter((fix) => fix !== made), ...here]
      .filter(({ edits }) => edits.length > 0)
      .map((proposal) => ({ desc: proposal.title, fix: this.edit(proposal) }));
  }

  private edit({ edits }: Pick<ReportedFix, 'edits'>): RuleFixer {
    const { range, text } = joinedEdit(this.context.sourceCode.text, edits);
    return (fixer) => fixer.replaceTextRange(range, text);
  }

  /** Lines and columns from 1, as the language of the file counts them. */
  private place(line: number, column: number): { line: number; column: number } {
    const first = this.context.sourceCode.getLocFromIndex(0);
    return { line: line - 1 + first.line, column: column - 1 + first.column };
  }
}
