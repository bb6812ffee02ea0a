import { own } from '@podlint/plain';
import type { Decoded, meta } from './types.js';

type LabelSelector = Decoded<meta.LabelSelector>;
type LabelSelectorRequirement = Decoded<meta.LabelSelectorRequirement>;
type Labels = { readonly [key: string]: string | undefined };

/**
 * Whether an object with these labels is selected (LabelSelectorAsSelector and Requirement.Matches, apimachinery); the
 * selector has to be a valid one.
 */
export function labelsMatch(selector: LabelSelector | undefined, labels: Labels = {}): boolean {
  if (!selector) return false;
  const wanted: Labels = selector.matchLabels ?? {};
  for (const key of Object.keys(wanted)) {
    if (!Object.hasOwn(labels, key) || (labels[key] ?? '') !== (own(wanted, key) ?? '')) return false;
  }
  return selector.matchExpressions?.every((requirement) => requirementMatches(requirement, labels)) ?? true;
}

function requirementMatches({ key = '', operator, values = [] }: LabelSelectorRequirement, labels: Labels): boolean {
  const exists = Object.hasOwn(labels, key);
  const listed = exists && values.includes(own(labels, key) ?? '');
  switch (operator) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return exists;
    default:
      return !exists;
  }
}
