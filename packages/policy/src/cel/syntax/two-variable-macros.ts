import type { Expression } from './ast.js';
import type { Builder } from './builder.js';
import { appended, collect, quantify, variableOf, type Expander, type Macro, type Variables } from './macros.js';
import { says } from './messages.js';
import { SyntaxFault } from './problem.js';

/** The function behind `transformMap` and `transformMapEntry` (ext/comprehensions.go). */
export const mapInsert = 'cel.@mapInsert';

function twoVariables(args: readonly Expression[]): Variables {
  const [variable, secondVariable] = [variableOf(args[0]!), variableOf(args[1]!)];
  if (variable === secondVariable)
    throw new SyntaxFault({ message: says['macro-variables'](), offset: args[1]!.offset });
  return { variable, secondVariable };
}

const quantifier =
  (kind: 'all' | 'exists' | 'exists_one'): Expander =>
  (make, args, target) =>
    quantify(make, kind, target, twoVariables(args), args[2]!);

/** `(i, v, transform)` or `(i, v, filter, transform)`. */
function transformer(
  initial: (make: Builder) => Expression,
  step: (make: Builder, transform: Expression, variables: Variables) => Expression,
): Expander {
  return (make, args, target) => {
    const variables = twoVariables(args);
    const [filter, transform] = args.length === 4 ? [args[2], args[3]!] : [undefined, args[2]!];
    return collect(make, target, variables, {
      initial: initial(make),
      step: step(make, transform, variables),
      filter,
    });
  };
}

const transformList = transformer((make) => make.list(), appended);
const transformMap = transformer(
  (make) => make.emptyMap(),
  (make, transform, { variable }) => make.call(mapInsert, make.accumulator(), make.identifier(variable), transform),
);
const transformMapEntry = transformer(
  (make) => make.emptyMap(),
  (make, transform) => make.call(mapInsert, make.accumulator(), transform),
);

/** ext.TwoVarComprehensions */
export const twoVariableMacros: readonly Macro[] = [
  { name: 'all', args: 3, expand: quantifier('all') },
  { name: 'exists', args: 3, expand: quantifier('exists') },
  { name: 'existsOne', args: 3, expand: quantifier('exists_one') },
  { name: 'exists_one', args: 3, expand: quantifier('exists_one') },
  ...[transformList].flatMap((expand) => [3, 4].map((args) => ({ name: 'transformList', args, expand }))),
  ...[transformMap].flatMap((expand) => [3, 4].map((args) => ({ name: 'transformMap', args, expand }))),
  ...[transformMapEntry].flatMap((expand) => [3, 4].map((args) => ({ name: 'transformMapEntry', args, expand }))),
];
