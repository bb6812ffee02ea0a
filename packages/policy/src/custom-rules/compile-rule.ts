import type { CompiledRule, RuleExpressions, RuleFault } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import { PolicyVariables } from '../cel/admission/variables.js';
import { compile, type Compiled } from '../cel/compile.js';
import { spanAt } from '../cel/syntax/span.js';
import { childrenOf, type Expression } from '../cel/syntax/ast.js';
import { boolType, stringType, type CelType } from '../cel/types.js';
import { wrongType } from '../late/faults.js';
import { podNames, ruleEnvironment } from './environment.js';
import { RuleProgram } from './rule-program.js';

/** Compiles the expressions of a rule of the user's; what keeps them from it is in the order of the rule's fields. */
export function compileRule(
  rule: RuleExpressions,
  minor: Minor,
): CompiledRule | { readonly faults: readonly RuleFault[] } {
  const variables = new PolicyVariables(rule.variables ?? [], (types) => ruleEnvironment(minor, types));
  const environment = ruleEnvironment(minor, variables.types);
  const condition = compile(rule.expression, environment);
  const message = rule.messageExpression === undefined ? undefined : compile(rule.messageExpression, environment);
  const faults = [
    ...variables.all.flatMap(({ compiled }, i) => {
      const expression = rule.variables?.[i]?.expression ?? '';
      return faultsIn({ compiled, expression }, ['variables', i, 'expression']);
    }),
    ...faultsIn({ compiled: condition, expression: rule.expression }, ['expression'], boolType),
    ...(message
      ? faultsIn({ compiled: message, expression: rule.messageExpression ?? '' }, ['messageExpression'], stringType)
      : []),
  ];
  if (faults.length > 0 || 'problems' in condition) return { faults };
  const all = [condition, message, ...variables.all.map(({ compiled }) => compiled)];
  return new RuleProgram({
    condition: { expression: rule.expression, compiled: condition, program: condition },
    message: message && { expression: rule.messageExpression ?? '', compiled: message },
    variables: variables.all,
    readsPod: all.some((one) => one !== undefined && readsPod(one)),
  });
}

function faultsIn(
  { compiled, expression }: { readonly compiled: Compiled; readonly expression: string },
  field: RuleFault['field'],
  expected?: CelType,
): readonly RuleFault[] {
  if ('problems' in compiled)
    return compiled.problems.map(({ message, offset }) => ({ field, message, span: spanAt(expression, offset) }));
  const { type } = compiled;
  const isFine = !expected || (!type.nullable && type.equals(expected));
  return isFine ? [] : [{ field, message: wrongType(type, [expected]), span: spanAt(expression, 0) }];
}

function readsPod(compiled: Compiled): boolean {
  return !('problems' in compiled) && namesPod(compiled.checked.expression);
}

const podRoots: ReadonlySet<string> = new Set(Object.values(podNames));

function namesPod(node: Expression): boolean {
  if (node.kind === 'identifier') return podRoots.has(node.name.replace(/^\./, ''));
  return childrenOf(node).some(namesPod);
}
