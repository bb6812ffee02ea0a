import { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';
import { findsErrors } from '../trial.js';
import { type LabelSelector, type LabelSelectorOptions, validateLabelSelector } from './label-selector.js';

/**
 * Values that no label can have may stay in an object that has a wrong selector already
 * (AllowInvalidLabelValueInSelector in the options of PodDisruptionBudget, NetworkPolicy, ClusterRole and others).
 */
export function selectorOptionsForUpdate(
  oldSelectors: readonly (LabelSelector | undefined)[],
  { minor }: Context,
): LabelSelectorOptions {
  const isWrong = findsErrors(minor, (context) => {
    for (const selector of oldSelectors) validateLabelSelector(selector, FieldPath.root, context);
  });
  return { values: isWrong ? 'tolerated' : 'checked' };
}
