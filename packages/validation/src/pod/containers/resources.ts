import { own } from '@podlint/plain';
import { type Message, defineMessages } from '@podlint/messages';
import {
  isHugePages,
  isOvercommitAllowed,
  parseQuantity,
  type Decoded,
  type FieldPath,
  type Quantity,
  type ResourceList,
  type core,
} from '@podlint/model';
import type { Context } from '../../context.js';
import { validateResourceClaims } from './resource-claims.js';
import { isCounted, pageSizeOf, type ResourceNameRule } from './resource-names.js';

const says = defineMessages('resources', {
  'huge-pages-alone': 'Huge pages alone do not run a process. Add a limit or request of cpu or memory.',
  'invalid-amount': '"{amount}" of {name} is not possible: {problem}.',
  'below-zero': 'an amount cannot be below zero',
  'not-whole': 'it comes in whole numbers only',
  'not-whole-pages': 'it has to be a multiple of the page size in the name',
  'no-limit': '{name} cannot be shared, so a request needs an equal limit. Add limits["{name}"].',
  'above-limit':
    'The request of {request} {name} is above the limit of {limit}. The container could never use what it asks for. Lower the request or raise the limit.',
  'differs-from-limit': '{name} cannot be shared, so the request of {request} must equal the limit of {limit}.',
  limit: 'the limit is {limit}',
});

type ResourceRequirements = Decoded<core.ResourceRequirements>;

/** Whose resources they are. */
export interface ResourceOwner {
  readonly names: ResourceNameRule;
  /** The names that claims can refer to. */
  readonly claimNames: ReadonlySet<string>;
}

/** validateResourceRequirements, pkg/apis/core/validation/validation.go. `path`: of the requirements. */
export function validateResourceRequirements(
  requirements: ResourceRequirements,
  owner: ResourceOwner,
  path: FieldPath,
  context: Context,
): void {
  const { limits, requests, claims } = requirements;
  if (limits) validateAmounts(limits, owner, path.child('limits'), context);
  if (requests) {
    validateAmounts(requests, owner, path.child('requests'), context);
    validateRequestsWithinLimits(requests, limits ?? {}, path, context);
  }
  if (hasAny(requirements, isHugePages) && !hasAny(requirements, isCpuOrMemory)) {
    context.report.forbidden(path, says['huge-pages-alone']());
  }
  if (claims?.length) validateResourceClaims(claims, owner.claimNames, path.child('claims'), context);
}

function validateAmounts(amounts: ResourceList, owner: ResourceOwner, path: FieldPath, context: Context): void {
  for (const name in amounts) {
    owner.names(name, path, context.report);
    const quantity = parseQuantity(amounts[name] ?? '0');
    const problem = quantity && amountProblem(name, quantity, context);
    if (problem)
      context.report.invalid(path.key(name), says['invalid-amount']({ amount: amounts[name] ?? '0', name, problem }));
  }
}

/** Reports an amount that no list of resources can hold (ValidateResourceQuantityValue); `path`: of the amount. */
export function validateAmount(name: string, amount: string, path: FieldPath, context: Context): void {
  const quantity = parseQuantity(amount);
  const problem = quantity && countProblem(name, quantity);
  if (problem) context.report.invalid(path, says['invalid-amount']({ amount, name, problem }));
}

function countProblem(name: string, quantity: Quantity): Message | undefined {
  if (quantity.sign < 0) return says['below-zero']();
  return isCounted(name) && !quantity.isWhole() ? says['not-whole']() : undefined;
}

/** ValidateResourceQuantityValue and validateResourceQuantityHugePageValue. */
function amountProblem(name: string, quantity: Quantity, { options }: Context): Message | undefined {
  const problem = countProblem(name, quantity);
  if (problem) return problem;
  if (isHugePages(name) && !options.allowIndivisibleHugePagesValues && !isWholePages(name, quantity))
    return says['not-whole-pages']();
  return undefined;
}

/** Whether the amount is a multiple of the page size in the resource's name. */
export function isWholePages(name: string, quantity: Quantity): boolean {
  const pageSize = parseQuantity(pageSizeOf(name));
  if (!pageSize || pageSize.sign <= 0 || !pageSize.isWhole()) return false;
  const bytes = pageSize.value();
  return bytes !== 0n && quantity.value() % bytes === 0n;
}

/** The server reports these on the whole list of requests (or limits), without the name of the resource. */
function validateRequestsWithinLimits(
  requests: ResourceList,
  limits: ResourceList,
  path: FieldPath,
  context: Context,
): void {
  for (const name in requests) {
    const limit = own(limits, name);
    if (limit === undefined) validateMissingLimit(name, path, context);
    else if (limit !== requests[name]) validateRequest(name, requests[name] ?? '0', limit, path, context);
  }
}

function validateMissingLimit(name: string, path: FieldPath, context: Context): void {
  if (isOvercommitAllowed(name)) return;
  context.report.required(path.child('limits'), says['no-limit']({ name }), {
    at: path.child('requests').key(name),
  });
}

function validateRequest(name: string, request: string, limit: string, path: FieldPath, context: Context): void {
  const order = compareQuantities(request, limit);
  const shared = isOvercommitAllowed(name);
  if (order === 0 || (order < 0 && shared)) return;
  const message = shared
    ? says['above-limit']({ request, name, limit })
    : says['differs-from-limit']({ name, request, limit });
  context.report.invalid(path.child('requests'), message, {
    at: path.child('requests').key(name),
    related: [{ field: path.child('limits').key(name), message: says.limit({ limit }) }],
  });
}

/** Equal when one of them is no quantity: such an object does not decode, and comes no further. */
function compareQuantities(request: string, limit: string): number {
  const requested = parseQuantity(request);
  const limited = parseQuantity(limit);
  return requested && limited ? requested.compare(limited) : 0;
}

function hasAny({ limits, requests }: ResourceRequirements, fits: (name: string) => boolean): boolean {
  for (const name in limits) if (fits(name)) return true;
  for (const name in requests) if (fits(name)) return true;
  return false;
}

function isCpuOrMemory(name: string): boolean {
  return name === 'cpu' || name === 'memory';
}
