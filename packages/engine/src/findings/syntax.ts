import { FieldPath } from '@podlint/field-path';
import { explained, type SyntaxProblem } from '@podlint/syntax';
import { codes } from './codes.js';
import { finding, type Finding } from './finding.js';

const byId = new Map(codes.map((code) => [code.id, code]));

/** A text that the server's YAML reader would not take. */
export function syntaxFinding(problem: SyntaxProblem): Finding {
  const { code, range, fix } = problem;
  return finding(byId.get(code)!, {
    message: explained(problem),
    path: FieldPath.root,
    range,
    fixes: fix && (() => [fix]),
  });
}
