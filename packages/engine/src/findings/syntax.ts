import { FieldPath } from '@podlint/field-path';
import type { SyntaxProblem } from '@podlint/syntax';
import { codes } from './codes.js';
import { finding, type Finding } from './finding.js';

const byId = new Map(codes.map((code) => [code.id, code]));

/** A text that the server's YAML reader would not take. */
export function syntaxFinding({ code, message, hint, range, fix }: SyntaxProblem): Finding {
  return finding(byId.get(code)!, {
    message: hint === undefined ? message : `${message} ${hint}`,
    path: FieldPath.root,
    range,
    fixes: fix && (() => [fix]),
  });
}
