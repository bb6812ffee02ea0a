import { accumulatorName, type Expression } from './ast.js';
import { Builder } from './builder.js';
import { says } from './messages.js';
import { operators } from './operators.js';
import { SyntaxFault } from './problem.js';

/** Rewrites a call with these arguments into plain CEL; throws where they are not what the macro takes. */
export type Expander = (make: Builder, args: readonly Expression[], target: Expression) => Expression;

export interface Macro {
  readonly name: string;
  readonly args: number;
  readonly expand: Expander;
}

/** The name that an argument is; macros bind it. */
export function variableOf(argument: Expression): string {
  if (argument.kind !== 'identifier')
    throw new SyntaxFault({ message: says['macro-variable'](), offset: argument.offset });
  // "__result__" is what accumulators were called once (parser.AccumulatorName).
  if (argument.name === accumulatorName || argument.name === '__result__')
    throw new SyntaxFault({ message: says['macro-accumulator'](), offset: argument.offset });
  return argument.name;
}

/** `has(a.b)`, the one macro that is no method (parser/macro.go, MakeHas). */
export function expandHas(argument: Expression, offset: number): Expression {
  if (argument.kind !== 'select') throw new SyntaxFault({ message: says['has-argument'](), offset: argument.offset });
  return { ...argument, presence: true, offset };
}

type Quantifier = 'all' | 'exists' | 'exists_one';

interface Variables {
  readonly variable: string;
  readonly secondVariable: string | undefined;
}

/** `all`, `exists`, `exists_one` with one variable or two (makeQuantifier). */
export function quantify(
  make: Builder,
  kind: Quantifier,
  range: Expression,
  variables: Variables,
  predicate: Expression,
): Expression {
  const accumulator = make.accumulator();
  const parts = quantifierParts(make, kind, predicate);
  return make.comprehension({ range, ...variables, accumulator: accumulatorName, result: accumulator, ...parts });
}

function quantifierParts(make: Builder, kind: Quantifier, predicate: Expression) {
  const accumulator = (): Expression => make.accumulator();
  if (kind === 'all')
    return {
      initial: make.literal(true),
      condition: make.call(operators.notStrictlyFalse, accumulator()),
      step: make.call(operators.and, accumulator(), predicate),
    };
  if (kind === 'exists')
    return {
      initial: make.literal(false),
      condition: make.call(operators.notStrictlyFalse, make.call(operators.not, accumulator())),
      step: make.call(operators.or, accumulator(), predicate),
    };
  const increased = make.call(operators.add, accumulator(), make.literal(1));
  return {
    initial: make.literal(0),
    condition: make.literal(true),
    step: make.call(operators.conditional, predicate, increased, accumulator()),
    result: make.call(operators.equals, accumulator(), make.literal(1)),
  };
}

/** Collects into a list or map: `accumulator = filter ? step : accumulator`. */
export function collect(
  make: Builder,
  range: Expression,
  variables: Variables,
  into: { readonly initial: Expression; readonly step: Expression; readonly filter: Expression | undefined },
): Expression {
  const { initial, filter } = into;
  const step = filter ? make.call(operators.conditional, filter, into.step, make.accumulator()) : into.step;
  return make.comprehension({
    range,
    ...variables,
    accumulator: accumulatorName,
    initial,
    condition: make.literal(true),
    step,
    result: make.accumulator(),
  });
}

const appended = (make: Builder, item: Expression): Expression =>
  make.call(operators.add, make.accumulator(), make.list(item));

const quantifier =
  (kind: Quantifier): Expander =>
  (make, args, target) =>
    quantify(make, kind, target, oneVariable(args), args[1]!);

function oneVariable(args: readonly Expression[]): Variables {
  return { variable: variableOf(args[0]!), secondVariable: undefined };
}

/** `list.map(x, transform)`, `list.map(x, filter, transform)` (MakeMap). */
export const expandMap: Expander = (make, args, target) => {
  const [filter, transform] = args.length === 3 ? [args[1], args[2]!] : [undefined, args[1]!];
  return collect(make, target, oneVariable(args), { initial: make.list(), step: appended(make, transform), filter });
};

const expandFilter: Expander = (make, args, target) =>
  collect(make, target, oneVariable(args), {
    initial: make.list(),
    step: appended(make, args[0]!),
    filter: args[1]!,
  });

/** The macros of the standard library (parser.AllMacros), `has` apart. */
export const standardMacros: readonly Macro[] = [
  { name: 'all', args: 2, expand: quantifier('all') },
  { name: 'exists', args: 2, expand: quantifier('exists') },
  { name: 'exists_one', args: 2, expand: quantifier('exists_one') },
  { name: 'map', args: 2, expand: expandMap },
  { name: 'map', args: 3, expand: expandMap },
  { name: 'filter', args: 2, expand: expandFilter },
];

export { appended, type Variables };
