import type { Cause } from './causes.js';
import type { Range, SyntaxProblem } from './document.js';
import { explain } from './hints/explain.js';
import { Mistake } from './hints/mistake.js';
import { codeOf, says } from './problems.js';
import type { StreamText } from './stream-text.js';

/** What the server's reader refuses, where, and why that may be. Offsets count in the stream. */
export interface Refusal {
  readonly reason: Cause;
  readonly range: Range;
  /** Where the thing began that went wrong. */
  readonly opened: number;
}

export function describe(stream: StreamText, document: Range, { reason, range, opened }: Refusal): SyntaxProblem {
  const mistake = new Mistake(stream, document, reason, range, opened);
  const message = says[reason]();
  const finding = explain(mistake);
  if (finding) return { ...finding, message };
  return {
    code: codeOf[reason],
    message,
    range: range.start < range.end ? range : mistake.lines.contentRange(mistake.line),
  };
}

/** Without a look at the text around it. */
export function describeBriefly({ reason, range }: Refusal): SyntaxProblem {
  return { code: codeOf[reason], message: says[reason](), range };
}
