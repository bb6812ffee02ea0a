import { defineMessages, type Message } from '@podlint/messages';
import { parseQuantity, type Decoded, type Quantity, type core } from '@podlint/model';
import { amountsOf, type Amounts } from './pod-amounts.js';

const says = defineMessages('limit-bounds', {
  'no-minimum': 'a {type} must request at least {bound} of {resource}, and requests none',
  'request-below': 'a {type} must request at least {bound} of {resource}, and requests {amount}',
  'limit-below': 'a {type} must have a limit of at least {bound} of {resource}, and has one of {amount}',
  'no-maximum': 'a {type} must have a limit of at most {bound} of {resource}, and has none',
  'limit-above': 'a {type} may have a limit of at most {bound} of {resource}, and has one of {amount}',
  'request-above': 'a {type} may request at most {bound} of {resource}, and requests {amount}',
  'no-request': 'a {type} may request at most {bound} of {resource}, and requests none',
  ratio: 'the limit of {resource} of a {type} may be {bound} times the request at most, and is {amount} times',
  'no-ratio': 'the limit of {resource} of a {type} may be {bound} times the request at most; set both',
});

type Item = Decoded<core.LimitRangeItem>;

/** What one container, Pod or claim asks for; a claim has no limits. */
export interface Usage {
  readonly requests: Amounts;
  readonly limits: Amounts | undefined;
}

const zero = parseQuantity('0');
/** Up to here thousandths fit into an int64 (resource.MaxMilliValue). */
const maxMilli = (2n ** 63n - 1n) / 1000n;

/** What is out of the bounds of an item, by the names of the resources. */
export function limitRangeProblems(item: Item, usage: Usage): readonly Message[] {
  return [
    ...boundsProblems(item.min, item, usage, minProblem),
    ...boundsProblems(item.max, item, usage, usage.limits ? maxProblem : maxRequestProblem),
    ...boundsProblems(item.maxLimitRequestRatio, item, usage, ratioProblem),
  ];
}

/** A bound of one resource, and what is asked of it. */
interface Bound {
  readonly type: string;
  readonly resource: string;
  readonly bound: Quantity;
  readonly request: Quantity | undefined;
  readonly limit: Quantity | undefined;
}

function boundsProblems(
  bounds: Item['min'],
  { type = '' }: Item,
  { requests, limits }: Usage,
  problem: (bound: Bound) => Message | undefined,
): readonly Message[] {
  const problems = [...amountsOf(bounds)].map(([resource, bound]) =>
    problem({ type, resource, bound, request: requests.get(resource), limit: limits?.get(resource) }),
  );
  return problems.filter((message) => message !== undefined);
}

/** Comparable numbers: thousandths if all of them fit (requestLimitEnforcedValues). */
function comparable(...quantities: readonly (Quantity | undefined)[]): readonly bigint[] {
  const values = quantities.map((quantity) => (quantity ?? zero)?.value() ?? 0n);
  if (values.some((value) => value > maxMilli)) return values;
  return quantities.map((quantity) => (quantity ?? zero)?.milliValue() ?? 0n);
}

const facts = ({ type, resource, bound }: Bound) => ({ type, resource, bound: bound.toString() });

/** minConstraint */
function minProblem(at: Bound): Message | undefined {
  const { request, limit, bound } = at;
  const [asked = 0n, limited = 0n, least = 0n] = comparable(request, limit, bound);
  if (!request) return says['no-minimum'](facts(at));
  if (asked < least) return says['request-below']({ ...facts(at), amount: request.toString() });
  return limit && limited < least ? says['limit-below']({ ...facts(at), amount: limit.toString() }) : undefined;
}

/** maxConstraint */
function maxProblem(at: Bound): Message | undefined {
  const { request, limit, bound } = at;
  const [asked = 0n, limited = 0n, most = 0n] = comparable(request, limit, bound);
  if (!limit) return says['no-maximum'](facts(at));
  if (limited > most) return says['limit-above']({ ...facts(at), amount: limit.toString() });
  return request && asked > most ? says['request-above']({ ...facts(at), amount: request.toString() }) : undefined;
}

/** maxRequestConstraint */
function maxRequestProblem(at: Bound): Message | undefined {
  const { request, bound } = at;
  const [asked = 0n, most = 0n] = comparable(request, bound);
  if (!request) return says['no-request'](facts(at));
  return asked > most ? says['request-above']({ ...facts(at), amount: request.toString() }) : undefined;
}

/** limitRequestRatioConstraint */
function ratioProblem(at: Bound): Message | undefined {
  const { request, limit, bound } = at;
  const [asked = 0n, limited = 0n] = comparable(request, limit, bound);
  if (!request || asked === 0n || !limit || limited === 0n) return says['no-ratio'](facts(at));
  const ratio = Number(limited) / Number(asked);
  const isPrecise = bound.value() <= maxMilli;
  const most = isPrecise ? Number(bound.milliValue()) : Number(bound.value());
  const isAbove = (isPrecise ? ratio * 1000 : ratio) > most;
  return isAbove ? says.ratio({ ...facts(at), amount: ratio.toFixed(2) }) : undefined;
}
