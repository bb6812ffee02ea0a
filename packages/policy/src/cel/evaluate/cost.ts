import { comparableTypes } from '../types.js';
import { isMap, pairsOf } from '../values/map.js';
import { noSuchOverload } from '../values/failures.js';
import { sizeOf } from '../values/size.js';
import { byteCount } from '../values/text.js';
import { Failure, Opaque, Optional, Panic, adapted, type Value } from '../values/value.js';

/** The cost model's factors and base costs (cel-go, common/cost.go). */
const perCharacter = 0.1;
const perPatternCharacter = 0.25;
export const listCost = 10;
export const mapCost = 30;
export const messageCost = 40;

type Args = readonly (Value | Failure)[];
/** Units that a call costs, its arguments apart; undefined: the general rule. */
type CallCost = (args: Args, result: Value | Failure, overloadId: string) => number | undefined;

/** runtimecost.go, actualSize: one for all that has no size. */
export function costSize(value: Value | Failure | undefined): number {
  if (value === undefined || value instanceof Failure) return 1;
  if (value instanceof Optional) return costSize(value.value);
  return sizeOf(value) ?? 1;
}

const traversed = (value: Value | Failure | undefined, factor = 1): number =>
  Math.ceil(costSize(value) * factor * perCharacter);

const nominal: CallCost = () => 1;
const oneTraversal: CallCost = ([first]) => traversed(first);
const twoTraversals: CallCost = ([first]) => traversed(first, 2);

function patternCost(text: Value | Failure | undefined, patternSize: number): number {
  return Math.ceil((1 + costSize(text)) * perCharacter) * Math.ceil(patternSize * perPatternCharacter);
}

/** The cost of looking at all of a value (library/cost.go, traversalCost). */
function treeCost(value: Value | Failure): number {
  if (typeof value === 'string') return Math.floor(byteCount(value) * perCharacter);
  if (value instanceof Uint8Array) return Math.floor(value.length * perCharacter);
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + treeCost(adapted(item)), 0);
  if (isMap(value)) return pairsOf(value).reduce((sum, [key, item]) => sum + treeCost(key) + treeCost(item), 0);
  return 1;
}

function addressCost(args: Args, factor: number): number {
  return Math.ceil(costSize(args[0]) * factor * perCharacter);
}

const containsIp: CallCost = (args, _result, overloadId) =>
  args.length < 2
    ? undefined
    : addressCost(args, 2) + (overloadId === 'cidr_contains_ip_string' ? traversed(args[1]) : 0);

const containsCidr: CallCost = (args, _result, overloadId) =>
  args.length < 2
    ? undefined
    : addressCost(args, 2) +
      addressCost(args, 1) +
      1 +
      (overloadId === 'cidr_contains_cidr_string' ? traversed(args[1]) : 0);

const validate: CallCost = ([format, text]) =>
  format instanceof Opaque && 'patternSize' in format && typeof format.patternSize === 'number'
    ? patternCost(text, format.patternSize)
    : undefined;

const equality: CallCost = ([first]) => (first instanceof Opaque ? 1 : undefined);

function costs(cost: CallCost, names: string): [string, CallCost][] {
  return names.split(' ').map((name) => [name, cost]);
}

/** By function: what Kubernetes adds (apiserver/pkg/cel/library/cost.go, CallCost). */
const byFunction: ReadonlyMap<string, CallCost> = new Map<string, CallCost>([
  ...costs(() => 350_000, 'check'),
  ...costs(nominal, 'serviceAccount path group resource subresource namespace name allowed reason error errored'),
  ...costs(([first]) => (first === undefined ? 0 : treeCost(first)), 'isSorted sum max min indexOf lastIndexOf'),
  ...costs(oneTraversal, 'url lowerAscii upperAscii substring trim jsonpatch.escapeKey cidr isIP isCIDR'),
  ...costs(oneTraversal, 'quantity isQuantity semver isSemver'),
  ...costs(twoTraversals, 'replace split ip.isCanonical'),
  ...costs((_args, result) => traversed(result, 2), 'join'),
  ...costs(([text, pattern]) => patternCost(text, costSize(pattern)), 'find findAll'),
  ...costs(([first], _result, overloadId) => (overloadId === 'cidr_ip' ? 1 : traversed(first)), 'ip'),
  ...costs(
    nominal,
    'masked prefixLength family isUnspecified isLoopback isLinkLocalMulticast isLinkLocalUnicast isGlobalUnicast',
  ),
  ...costs(containsIp, 'containsIP'),
  ...costs(containsCidr, 'containsCIDR'),
  ...costs(validate, 'validate'),
  ...costs(nominal, 'format.named sign asInteger isInteger asApproximateFloat isGreaterThan isLessThan compareTo'),
  ...costs(nominal, 'add sub major minor patch getScheme getHostname getHost getPort getEscapedPath getQuery'),
  ...costs(equality, '_==_'),
]);

function listResult(factor: number, size: number): number {
  return Math.floor(size * factor) + 1 + listCost;
}

const outputSize: CallCost = (_args, result) => listResult(1, costSize(result));

const flattened: CallCost = ([list, depth]) => {
  if (depth instanceof Failure) throw new Panic(depth.reason);
  return listResult(depth === undefined ? 1 : Number(depth), costSize(list));
};

/**
 * Every item is compared with every other (ext/lists.go, trackListSelfCompare). That a failure has no items upstream
 * finds out too late.
 */
function selfCompared(list: Value | Failure | undefined): number {
  if (list instanceof Failure) throw new Panic(list.reason);
  if (!Array.isArray(list)) throw new Panic(noSuchOverload.reason);
  const size = list.length;
  if (size === 0) return listResult(2, 0);
  const first = adapted(list[0]);
  const texts = typeof first === 'string' || first instanceof Uint8Array;
  return listResult(texts ? 2 + perCharacter : 2, size * size);
}

const sets =
  (factor: number): CallCost =>
  ([a, b]) =>
    1 + Math.floor(costSize(a) * costSize(b) * factor);

const comparable = comparableTypes.map(({ name }) => name);
const minOfSizes: CallCost = ([a, b]) => Math.ceil(Math.min(costSize(a), costSize(b)) * perCharacter);
const sumOfSizes: CallCost = ([a, b]) => Math.ceil((costSize(a) + costSize(b)) * perCharacter);
const relations = ['less', 'less_equals', 'greater', 'greater_equals'];

/** By overload, before functions: what cel-go's own libraries count (OverloadCostTracker). */
const byOverload: ReadonlyMap<string, CallCost> = new Map<string, CallCost>([
  ...costs(outputSize, 'list_slice lists_range list_reverse'),
  ...costs(flattened, 'list_flatten list_flatten_int'),
  ...costs(([list]) => selfCompared(list), 'list_distinct'),
  ...comparable.map((type): [string, CallCost] => [`list_${type}_sort`, ([list]) => selfCompared(list)]),
  ...comparable.map((type): [string, CallCost] => [
    `list_${type}_sortByAssociatedKeys`,
    ([, keys]) => selfCompared(keys),
  ]),
  ...costs(sets(1), 'list_sets_contains_list list_sets_intersects_list'),
  ...costs(sets(2), 'list_sets_equivalent_list'),
]);

/** By overload, behind functions: cel-go's standard library (runtimecost.go, costCall). */
const standard: ReadonlyMap<string, CallCost> = new Map<string, CallCost>([
  ...costs(oneTraversal, 'starts_with_string ends_with_string string_to_bytes bytes_to_string strings_quote'),
  ...costs(oneTraversal, 'string_format'),
  ...costs(([, list]) => costSize(list), 'in_list'),
  ...relations.flatMap((relation) => costs(minOfSizes, `${relation}_string ${relation}_bytes`)),
  ...costs(minOfSizes, 'equals not_equals'),
  ...costs(sumOfSizes, 'add_string add_bytes'),
  ...costs(([text, pattern]) => patternCost(text, costSize(pattern)), 'matches_string'),
  ...costs(([text, part]) => traversed(text) * traversed(part), 'contains_string'),
]);

/** How a call of this function is charged for; the overload is empty where it was not known before. */
export function costOf(name: string, overloadId: string): (args: Args, result: Value | Failure) => number {
  const rules = [byOverload.get(overloadId), byFunction.get(name), standard.get(overloadId)].filter(
    (rule) => rule !== undefined,
  );
  if (rules.length === 0) return () => 1;
  return (args, result) => {
    for (const rule of rules) {
      const cost = rule(args, result, overloadId);
      if (cost !== undefined) return cost;
    }
    return 1;
  };
}
