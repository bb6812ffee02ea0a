import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, admissionregistration } from '@podlint/model';
import type { Context } from '@podlint/validation';
import type { ExpressionUse, PolicyExpressions } from '../late-checks.js';

const says = defineMessages('policy-expression', {
  'no-expression': 'There is nothing to evaluate. Write an expression.',
  'no-variable-name': 'The variable has no name, so nothing can use it. Set name.',
  'bad-variable-name':
    '"{name}" cannot be the name of a variable: it may hold only letters, digits and "_", must not start with a digit, and must not be a word of the language.',
});

/** What the expressions of a policy may use, and which of them it had before. */
export interface PolicyScope {
  readonly expressions: PolicyExpressions;
  readonly params: boolean;
  /** Whether expressions can use variables; those of match conditions cannot. */
  readonly variables: boolean;
}

/** How an expression of the scope is used. */
export function useIn(
  { params, variables }: PolicyScope,
  results: ExpressionUse['results'],
  isStored: boolean,
): ExpressionUse {
  return { params, variables, authorizer: true, results, age: isStored ? 'stored' : 'new' };
}

/** An expression that has to be there, and to compile; `text` is what upstream compiles of it. */
export function requireExpression(
  text: string,
  use: ExpressionUse,
  { expressions }: PolicyScope,
  path: FieldPath,
  { report }: Context,
): void {
  if (text.trim() === '') {
    report.required(path, says['no-expression']());
    return;
  }
  const fault = expressions.fault(text, use);
  if (fault) report.errors.push({ ...fault, field: path });
}

/** validateVariable; `stored`: the validations that the policy had before, which is what upstream compares with. */
export function validateVariables(
  variables: readonly Decoded<admissionregistration.Variable>[],
  scope: PolicyScope,
  stored: ReadonlySet<string>,
  path: FieldPath,
  { report }: Context,
): void {
  variables.forEach(({ name = '', expression = '' }, i) => {
    const at = path.index(i);
    if (name.trim() === '') report.required(at.child('name'), says['no-variable-name']());
    else if (!isIdentifier(name)) report.invalid(at.child('name'), says['bad-variable-name']({ name }));
    const fault =
      expression.trim() === ''
        ? undefined
        : scope.expressions.addVariable(name, expression, useIn(scope, [], stored.has(expression)));
    if (expression.trim() === '') report.required(at.child('expression'), says['no-expression']());
    else if (fault) report.errors.push({ ...fault, field: at.child('expression') });
  });
}

const reserved = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

/** isCELIdentifier. */
function isIdentifier(name: string): boolean {
  return /^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name) && !reserved.has(name);
}
