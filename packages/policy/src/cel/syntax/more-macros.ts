import type { Expression } from './ast.js';
import type { Builder } from './builder.js';
import {
  appended,
  collect,
  expandMap,
  quantify,
  variableOf,
  type Expander,
  type Macro,
  type Variables,
} from './macros.js';
import { says } from './messages.js';
import { operators } from './operators.js';
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

const unusedVariable = '#unused';

/** Binds a name for one expression: a comprehension over nothing, whose accumulator is that name. */
function bind(make: Builder, name: string, value: Expression, inner: Expression): Expression {
  return make.comprehension({
    range: make.list(),
    variable: unusedVariable,
    secondVariable: undefined,
    accumulator: name,
    initial: value,
    condition: make.literal(false),
    step: make.identifier(name),
    result: inner,
  });
}

function optionalVariable(argument: Expression): string {
  if (argument.kind === 'identifier') return argument.name;
  throw new SyntaxFault({ message: says['macro-variable'](), offset: argument.offset });
}

/** `optional.optMap(x, ...)` and `optFlatMap` (cel/library.go). */
const optionalMap =
  (wrap: (make: Builder, inner: Expression) => Expression): Expander =>
  (make, args, target) => {
    const inner = bind(make, optionalVariable(args[0]!), make.method('value', target), args[1]!);
    return make.call(
      operators.conditional,
      make.method('hasValue', target),
      wrap(make, inner),
      make.call('optional.none'),
    );
  };

export const optionalMacros: readonly Macro[] = [
  { name: 'optMap', args: 2, expand: optionalMap((make, inner) => make.call('optional.of', inner)) },
  { name: 'optFlatMap', args: 2, expand: optionalMap((_make, inner) => inner) },
];

/** `cel.bind(x, value, inner)`; a method of that name of something else is an ordinary call. */
const bindName: Expander = (make, args, target) => {
  if (target.kind !== 'identifier' || target.name !== 'cel') return make.method('bind', target, ...args);
  const [name, value, inner] = args;
  return bind(make, optionalVariable(name!), value!, inner!);
};

export const bindingMacros: readonly Macro[] = [{ name: 'bind', args: 3, expand: bindName }];

const sortable = new Set(['list', 'select', 'identifier', 'comprehension', 'call']);
const sortInput = '@__sortBy_input__';

/** `list.sortBy(x, key)` (ext/lists.go, sortByMacro). */
const sortBy: Expander = (make, args, target) => {
  if (!sortable.has(target.kind)) throw new SyntaxFault({ message: says['sort-by-target'](), offset: target.offset });
  const keys = expandMap(make, args, make.identifier(sortInput));
  const sorted = make.method('@sortByAssociatedKeys', make.identifier(sortInput), keys);
  return bind(make, sortInput, target, sorted);
};

export const listMacros: readonly Macro[] = [{ name: 'sortBy', args: 2, expand: sortBy }];
