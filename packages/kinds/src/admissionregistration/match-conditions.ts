import { defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type admissionregistration, semanticEqual } from '@podlint/model';
import { type Context, qualifiedNameProblem, requireName } from '@podlint/validation';
import { type ExpressionUse, lateChecks } from '../late-checks.js';

const says = defineMessages('match-condition', {
  'too-many': 'There are {count} conditions, and {limit} are allowed. Join some of them with &&.',
  'name-taken': 'The condition "{name}" is named twice. Give one of the two another name.',
  'no-expression': 'There is nothing to evaluate. Write an expression, such as `request.operation == "CREATE"`.',
});

type MatchCondition = Decoded<admissionregistration.MatchCondition>;

const limit = 64;

/** validateMatchConditions. `stored`: the expressions that the object had before. */
export function validateMatchConditions(
  conditions: readonly MatchCondition[],
  { params, stored }: { readonly params: boolean; readonly stored: ReadonlySet<string> },
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  if (conditions.length > limit) report.tooMany(path, says['too-many']({ count: conditions.length, limit }));
  const names = new Set<string>();
  conditions.forEach(({ name = '', expression = '' }, i) => {
    const text = expression.trim();
    const use: ExpressionUse = {
      params,
      authorizer: true,
      variables: false,
      results: ['bool'],
      age: stored.has(text) ? 'stored' : 'new',
    };
    validateExpression(text, use, path.index(i).child('expression'), context);
    requireName(name, path.index(i).child('name'), qualifiedNameProblem, context);
    if (name !== '' && names.has(name)) report.duplicate(path.index(i).child('name'), says['name-taken']({ name }));
    names.add(name);
  });
}

function validateExpression(text: string, use: ExpressionUse, path: FieldPath, { report, minor }: Context): void {
  if (text === '') {
    report.required(path, says['no-expression']());
    return;
  }
  const fault = lateChecks().policyExpressions(minor).fault(text, use);
  if (fault) report.errors.push({ ...fault, field: path });
}

/** Expressions as an object had them. */
export function expressionsOf(conditions: readonly MatchCondition[] = []): ReadonlySet<string> {
  return new Set(conditions.map(({ expression = '' }) => expression));
}

/** What a policy is asked for by its conditions. */
interface ConditionsOfPolicy {
  readonly paramKind?: Decoded<admissionregistration.ParamKind>;
  readonly matchConditions?: readonly MatchCondition[];
}

/** Conditions that stay as they were are not looked at again (ignoreValidatingAdmissionPolicyMatchConditions). */
export function validateChangedConditions(
  policy: ConditionsOfPolicy,
  old: ConditionsOfPolicy | undefined,
  path: FieldPath,
  context: Context,
): void {
  const isSame = (field: keyof ConditionsOfPolicy): boolean => semanticEqual(policy[field], old?.[field], field);
  if (old && isSame('paramKind') && isSame('matchConditions')) return;
  const { paramKind, matchConditions = [] } = policy;
  const stored = expressionsOf(old?.matchConditions);
  validateMatchConditions(matchConditions, { params: paramKind !== undefined, stored }, path, context);
}
