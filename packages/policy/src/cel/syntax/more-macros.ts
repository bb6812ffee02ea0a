import type { Expression } from './ast.js';
import type { Builder } from './builder.js';
import { expandMap, type Expander, type Macro } from './macros.js';
import { says } from './messages.js';
import { operators } from './operators.js';
import { SyntaxFault } from './problem.js';

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
