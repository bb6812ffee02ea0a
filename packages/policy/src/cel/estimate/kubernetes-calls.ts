import { add, fixed, multiply, times, type Range } from './range.js';
import type { CallEstimate, EstimatedCall, EstimatedNode, NodeSizes } from './node.js';

const perCharacter = 0.1;
const perPatternCharacter = 0.25;

type Estimate = (call: EstimatedCall, sizes: NodeSizes) => CallEstimate | undefined;

const nominal: Estimate = () => ({ cost: fixed(1) });
const addressSize: Range = { min: 4, max: 16 };

/** The cost of reading the first argument; undefined without one. */
const readsFirst =
  (factor: number): Estimate =>
  ({ args: [first] }, sizes) =>
    first && { cost: times(sizes.of(first), factor * perCharacter) };

const keepsSize = (node: EstimatedNode | undefined, sizes: NodeSizes): CallEstimate | undefined => {
  const size = node && sizes.of(node);
  return size && { cost: times(size, perCharacter), size };
};

/** Kubernetes' lists: each item is looked at; a target that is a text is read. */
const looksAtItems: Estimate = ({ target }, sizes) => {
  if (!target) return undefined;
  const items = sizes.ofItems(target);
  if (!items) return { cost: times(sizes.of(target), perCharacter) };
  const isText = items.type.kind === 'string' || items.type.kind === 'bytes';
  const each = isText ? add(fixed(1), times(items.size, perCharacter)) : fixed(1);
  return { cost: multiply(sizes.of(target), each) };
};

const replaces: Estimate = ({ target, args: [from, to] }, sizes) => {
  if (!target || !from || !to) return undefined;
  const size = sizes.of(target);
  const [cut, put] = [sizes.of(from), sizes.of(to)];
  const most = replacements(size.max, cut.min, put.max <= cut.min);
  const least = replacements(size.min, cut.max, cut.max <= put.min);
  const count = { min: least.count, max: most.count };
  return {
    cost: times(size, 2 * perCharacter),
    size: add(multiply(count, put), { min: least.kept, max: most.kept }),
  };
};

/** How often a text is replaced, and how much of it is kept. */
function replacements(size: number, cut: number, shrinks: boolean): { count: number; kept: number } {
  if (cut === 0) return { count: size + 1, kept: size };
  return shrinks ? { count: 0, kept: size } : { count: Math.ceil(size / cut), kept: 0 };
}

const splits: Estimate = ({ target, args: [, limit] }, sizes) => {
  if (!target) return undefined;
  const size = sizes.of(target);
  const most = limit?.expression.kind === 'literal' ? limit.expression.value : undefined;
  return {
    cost: times(size, 2 * perCharacter),
    size: { min: 0, max: typeof most === 'number' && most >= 0 ? most : size.max },
  };
};

const joins: Estimate = ({ target, args: [separator] }, sizes) => {
  if (!target) return undefined;
  const list = sizes.of(target);
  const items = sizes.ofItems(target);
  const texts = items ? multiply(list, items.size) : fixed(0);
  const gaps = { min: Math.max(0, list.min - 1), max: Math.max(0, list.max - 1) };
  const size = separator ? add(texts, multiply(sizes.of(separator), gaps)) : texts;
  return { cost: times(size, perCharacter), size };
};

const finds: Estimate = ({ target, args: [pattern] }, sizes) => {
  if (!target || !pattern) return undefined;
  const size = sizes.of(target);
  const text = times(add(size, fixed(1)), perCharacter);
  return { cost: multiply(text, times(sizes.of(pattern), perPatternCharacter)), size: { min: 0, max: size.max } };
};

const containsAddress =
  (parsed: string, more: Range): Estimate =>
  ({ overloadId, args: [first] }, sizes) => {
    if (!first) return undefined;
    const compared = add(times(add(addressSize, addressSize), perCharacter), more);
    return { cost: overloadId === parsed ? add(compared, times(sizes.of(first), perCharacter)) : compared };
  };

const validates: Estimate = ({ args: [text] }, sizes) =>
  text && { cost: times(times(sizes.of(text), perCharacter), 128 * perPatternCharacter) };

const addresses: Estimate = (call, sizes) =>
  call.overloadId === 'cidr_ip' ? nominal(call, sizes) : readsFirst(1)(call, sizes);

const formatType = 'kubernetes.NamedFormat';
const urlType = 'kubernetes.URL';
const constantTypes: ReadonlySet<string> = new Set(['net.IP', 'net.CIDR', 'kubernetes.Quantity', 'kubernetes.Semver']);

/** Values of libraries compare in constant time, formats and URLs as texts. */
const compares: Estimate = ({ args: [a, b] }, sizes) => {
  if (!a || !b || !a.type.equals(b.type)) return undefined;
  if (a.type.name === formatType) return { cost: times({ min: 1, max: 64 }, perCharacter) };
  if (a.type.name === urlType) return { cost: times({ min: 1, max: sizes.of(b).max }, perCharacter) };
  return constantTypes.has(a.type.name) ? { cost: fixed(1) } : undefined;
};

function all(estimate: Estimate, names: string): [string, Estimate][] {
  return names.split(' ').map((name) => [name, estimate]);
}

/** By function: what Kubernetes' libraries are thought to cost (apiserver/pkg/cel/library/cost.go, EstimateCallCost). */
export const kubernetesCalls: ReadonlyMap<string, Estimate> = new Map<string, Estimate>([
  ...all(() => ({ cost: fixed(350_000) }), 'check'),
  ...all(nominal, 'serviceAccount path group resource subresource namespace name allowed reason error errored'),
  ...all(looksAtItems, 'isSorted sum max min indexOf lastIndexOf'),
  ...all(({ args: [first] }, sizes) => keepsSize(first, sizes), 'url jsonpatch.escapeKey'),
  ...all(({ target }, sizes) => keepsSize(target, sizes), 'lowerAscii upperAscii substring trim'),
  ...all(replaces, 'replace'),
  ...all(splits, 'split'),
  ...all(joins, 'join'),
  ...all(finds, 'find findAll'),
  ...all(readsFirst(1), 'cidr isIP isCIDR quantity isQuantity semver isSemver'),
  ...all(readsFirst(2), 'ip.isCanonical'),
  ...all(addresses, 'ip'),
  ...all(
    nominal,
    'masked prefixLength family isUnspecified isLoopback isLinkLocalMulticast isLinkLocalUnicast isGlobalUnicast',
  ),
  ...all(containsAddress('cidr_contains_ip_string', fixed(0)), 'containsIP'),
  ...all(containsAddress('cidr_contains_cidr_string', add(times(addressSize, perCharacter), fixed(1))), 'containsCIDR'),
  ...all(validates, 'validate'),
  ...all(nominal, 'format.named sign asInteger isInteger asApproximateFloat isGreaterThan isLessThan compareTo'),
  ...all(nominal, 'add sub major minor patch getScheme getHostname getHost getPort getEscapedPath getQuery'),
  ...all(compares, '_==_'),
]);
