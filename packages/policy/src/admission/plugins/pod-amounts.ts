import { aggregateContainerLimits, aggregateContainerRequests, parseQuantity, type Quantity } from '@podlint/model';
import type { PodSpec } from './plugin.js';

/** Amounts by the names of resources. */
export type Amounts = ReadonlyMap<string, Quantity>;

type ResourceList = Readonly<Record<string, string | undefined>>;

/** What a Pod may ask for as a whole, which then counts instead of the sum of its containers. */
type IsOfPod = (resource: string) => boolean;

export function podRequests(spec: PodSpec, isOfPod: IsOfPod): Map<string, Quantity> {
  return overridden(aggregateContainerRequests(spec), spec.resources?.requests, isOfPod);
}

export function podLimits(spec: PodSpec, isOfPod: IsOfPod): Map<string, Quantity> {
  return overridden(aggregateContainerLimits(spec), spec.resources?.limits, isOfPod);
}

function overridden(
  amounts: Map<string, Quantity>,
  ofPod: ResourceList | undefined,
  isOfPod: IsOfPod,
): Map<string, Quantity> {
  for (const [name, quantity] of amountsOf(ofPod)) if (isOfPod(name)) amounts.set(name, quantity);
  return amounts;
}

export function amountsOf(list: ResourceList | undefined): Map<string, Quantity> {
  const amounts = new Map<string, Quantity>();
  for (const [name, text] of Object.entries(list ?? {})) {
    const quantity = text === undefined ? undefined : parseQuantity(text);
    if (quantity) amounts.set(name, quantity);
  }
  return amounts;
}
