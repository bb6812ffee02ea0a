import { comparableTypes } from '../types.js';
import { add, fixed, largest, multiply, times, type Range } from './range.js';
import type { CallEstimate, EstimatedCall, EstimatedNode, NodeSizes } from './node.js';

const perCharacter = 0.1;
const perPatternCharacter = 0.25;
const listCost = 10;

type Estimate = (call: EstimatedCall, sizes: NodeSizes) => CallEstimate | undefined;

function all(estimate: Estimate, names: string): [string, Estimate][] {
  return names.split(' ').map((name) => [name, estimate]);
}

/** A call that makes a list. */
function makesList(factor: number, size: Range): CallEstimate {
  return { cost: add(times(size, factor), fixed(1 + listCost)), size };
}

function literalOf(node: EstimatedNode | undefined, otherwise: number): number {
  const value = node?.expression.kind === 'literal' ? node.expression.value : undefined;
  return typeof value === 'number' ? Math.max(0, value) : otherwise;
}

const slices: Estimate = ({ args: [start, end] }) =>
  makesList(1, fixed(Math.max(0, literalOf(end, largest) - literalOf(start, 0))));
const flattens: Estimate = ({ target, args: [depth] }, sizes) =>
  target && makesList(literalOf(depth, depth ? largest : 1), sizes.of(target));

const comparesItems = (list: EstimatedNode | undefined, sizes: NodeSizes): CallEstimate | undefined => {
  if (!list) return undefined;
  const size = sizes.of(list);
  const kind = list.type.parameters[0]?.kind;
  return makesList(kind === 'string' || kind === 'bytes' ? 2 + perCharacter : 2, multiply(size, size));
};

const comparesSets =
  (factor: number): Estimate =>
  ({ args: [a, b] }, sizes) =>
    a && b && { cost: add(times(multiply(sizes.of(a), sizes.of(b)), factor), fixed(1)) };

/** By overload, before functions: cel-go's own libraries (ext/lists.go, ext/sets.go). */
export const extensionCalls: ReadonlyMap<string, Estimate> = new Map<string, Estimate>([
  ...all(slices, 'list_slice'),
  ...all(flattens, 'list_flatten list_flatten_int'),
  ...all(({ args: [size] }) => makesList(1, fixed(literalOf(size, largest))), 'lists_range'),
  ...all(({ target }, sizes) => target && makesList(1, sizes.of(target)), 'list_reverse'),
  ...all(({ target }, sizes) => comparesItems(target, sizes), 'list_distinct'),
  ...comparableTypes.flatMap(({ name }) => [
    ...all(({ target }, sizes) => comparesItems(target, sizes), `list_${name}_sort`),
    ...all(({ args: [keys] }, sizes) => comparesItems(keys, sizes), `list_${name}_sortByAssociatedKeys`),
  ]),
  ...all(comparesSets(1), 'list_sets_contains_list list_sets_intersects_list'),
  ...all(comparesSets(2), 'list_sets_equivalent_list'),
]);

const reads = (node: EstimatedNode | undefined, sizes: NodeSizes): Range | undefined =>
  node && times(sizes.of(node), perCharacter);

const converts =
  (sizeOf: (size: Range) => Range): Estimate =>
  ({ args: [first] }, sizes) => {
    const size = first && sizes.of(first);
    return size && { cost: times(size, perCharacter), size: sizeOf(size) };
  };

const readsTwo: Estimate = ({ target, args: [part] }, sizes) => {
  const [text, other] = [reads(target, sizes), reads(part, sizes)];
  return text && other && { cost: multiply(text, other) };
};

const matches: Estimate = ({ target, args: [pattern] }, sizes) =>
  target &&
  pattern && {
    cost: multiply(times(add(sizes.of(target), fixed(1)), perCharacter), times(sizes.of(pattern), perPatternCharacter)),
  };

const compares: Estimate = ({ args: [a, b] }, sizes) => {
  if (!a || !b) return undefined;
  const max = Math.min(sizes.of(a).max, sizes.of(b).max);
  return { cost: times({ min: max > 0 ? 1 : 0, max }, perCharacter) };
};

const relations = ['less', 'less_equals', 'greater', 'greater_equals'];

/** By overload, behind functions: cel-go's standard library (checker/cost.go, functionCost). */
export const standardCalls: ReadonlyMap<string, Estimate> = new Map<string, Estimate>([
  ...all(({ target }, sizes) => mapCost(reads(target, sizes)), 'string_format'),
  ...all(({ args: [part] }, sizes) => mapCost(reads(part, sizes)), 'starts_with_string ends_with_string'),
  ...all(
    converts(({ min, max }) => ({ min, max: Math.min(max * 4, largest) })),
    'string_to_bytes',
  ),
  ...all(
    converts(({ min, max }) => ({ min: Math.floor(min / 4), max })),
    'bytes_to_string',
  ),
  ...all(
    converts(({ min, max }) => ({ min: min + 2, max: Math.min(max * 2 + 2, largest) })),
    'strings_quote',
  ),
  ...all(({ args: [, list] }, sizes) => list && { cost: sizes.of(list) }, 'in_list'),
  ...all(matches, 'matches_string'),
  ...all(readsTwo, 'contains_string'),
  ...relations.flatMap((relation) => all(compares, `${relation}_string ${relation}_bytes`)),
  ...all(compares, 'equals not_equals'),
]);

function mapCost(cost: Range | undefined): CallEstimate | undefined {
  return cost && { cost };
}
