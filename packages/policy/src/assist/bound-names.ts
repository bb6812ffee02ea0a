import { check } from '../cel/check/checker.js';
import type { Environment } from '../cel/environment.js';
import { isTooLarge } from '../cel/syntax/largeness.js';
import { parse } from '../cel/syntax/parser.js';
import { dynType, intType, isOptionalType, type CelType } from '../cel/types.js';
import type { Opened } from './prefix.js';

/** The type of an expression; undefined where it cannot be told. */
export function typeOfText(text: string, environment: Environment): CelType | undefined {
  const parsed = parse(text, environment.macros);
  if ('problem' in parsed || isTooLarge(parsed.expression)) return undefined;
  const { type } = check(parsed.expression, environment);
  return type.kind === 'error' ? undefined : type;
}

/** Macros that bind one name to each item. */
const overItems = new Set(['all', 'exists', 'exists_one', 'map', 'filter', 'sortBy']);
/** Macros that can bind two: the place and the item, or the key and the value. */
const overEntries = new Set([
  ...['all', 'exists', 'exists_one', 'existsOne'],
  ...['transformList', 'transformMap', 'transformMapEntry'],
]);
const overOptional = new Set(['optMap', 'optFlatMap']);

/** The environment inside of the macros that are open: with the names that they bind. */
export function withBoundNames(environment: Environment, open: readonly Opened[]): Environment {
  return open.reduce((known, opened) => {
    const bound = boundBy(opened, known);
    return bound.length === 0 ? known : known.extend({}, Object.fromEntries(bound));
  }, environment);
}

const identifier = /^[A-Za-z_]\w*$/;

function boundBy({ name = '', target, args }: Opened, environment: Environment): readonly [string, CelType][] {
  const [first = '', second = ''] = args;
  if (target === undefined || !identifier.test(first)) return [];
  const range = typeOfText(target, environment) ?? dynType;
  const bindsTwo = overEntries.has(name) && identifier.test(second);
  if (bindsTwo)
    return [
      [first, range.kind === 'list' ? intType : keyOf(range)],
      [second, valueOf(range)],
    ];
  if (overOptional.has(name)) return [[first, isOptionalType(range) ? (range.parameters[0] ?? dynType) : dynType]];
  return overItems.has(name) ? [[first, range.kind === 'list' ? valueOf(range) : keyOf(range)]] : [];
}

function keyOf({ kind, parameters }: CelType): CelType {
  return kind === 'map' ? parameters[0]! : dynType;
}

function valueOf({ kind, parameters }: CelType): CelType {
  if (kind === 'list') return parameters[0]!;
  return kind === 'map' ? parameters[1]! : dynType;
}
