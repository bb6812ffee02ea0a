import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, meta } from '@podlint/model';
import type { Context } from '../context.js';
import { labelValueProblem, qualifiedNameProblem } from '../formats.js';
import { validateLabels } from '../meta/labels.js';

const says = defineMessages('label-selector', {
  'invalid-key': '"{key}" is not a label key: {problem}.',
  'invalid-value': '"{value}" is not a value that a label can have, so it would never match: {problem}.',
  'no-values':
    'The operator {operator} compares with values, and none is listed. List them, or use Exists or DoesNotExist.',
  'needless-values': 'The operator {operator} looks at the key only. Remove the values, or use In or NotIn.',
  'unknown-operator': '"{operator}" is not an operator of a label selector; use In, NotIn, Exists or DoesNotExist.',
});

export type LabelSelector = Decoded<meta.LabelSelector>;
export type LabelSelectorRequirement = Decoded<meta.LabelSelectorRequirement>;

export interface LabelSelectorOptions {
  /**
   * Values in matchExpressions: `tolerated` on the update of an object that already has values which are no label
   * values.
   */
  readonly values: 'checked' | 'tolerated';
}

/** ValidateLabelSelector, apimachinery/pkg/apis/meta/v1/validation. */
export function validateLabelSelector(
  selector: LabelSelector | undefined,
  path: FieldPath,
  context: Context,
  options: LabelSelectorOptions = { values: 'checked' },
): void {
  if (!selector) return;
  validateLabels(selector.matchLabels, path.child('matchLabels'), context);
  selector.matchExpressions?.forEach((requirement, i) =>
    validateRequirement(requirement, path.child('matchExpressions').index(i), context, options),
  );
}

function validateRequirement(
  requirement: LabelSelectorRequirement,
  path: FieldPath,
  context: Context,
  options: LabelSelectorOptions,
): void {
  validateOperator(requirement, path, context);
  const key = requirement.key ?? '';
  const keyProblem = qualifiedNameProblem(key);
  if (keyProblem) context.report.invalid(path.child('key'), says['invalid-key']({ key, problem: keyProblem }));
  if (options.values === 'tolerated') return;
  requirement.values?.forEach((value, i) => {
    const problem = labelValueProblem(value);
    if (problem) context.report.invalid(path.child('values').index(i), says['invalid-value']({ value, problem }));
  });
}

function validateOperator(requirement: LabelSelectorRequirement, path: FieldPath, context: Context): void {
  const count = requirement.values?.length ?? 0;
  switch (requirement.operator) {
    case 'In':
    case 'NotIn':
      if (count === 0)
        context.report.required(path.child('values'), says['no-values']({ operator: requirement.operator }));
      return;
    case 'Exists':
    case 'DoesNotExist':
      if (count > 0)
        context.report.forbidden(path.child('values'), says['needless-values']({ operator: requirement.operator }));
      return;
    default:
      context.report.invalid(
        path.child('operator'),
        says['unknown-operator']({ operator: requirement.operator ?? '' }),
      );
  }
}

/**
 * Whether the server can turn the selector into a query at all (LabelSelectorAsSelector,
 * apimachinery/pkg/apis/meta/v1/helpers.go).
 */
export function isUsableSelector(selector: LabelSelector | undefined): boolean {
  const labels = selector?.matchLabels ?? {};
  for (const key of Object.keys(labels)) {
    if (qualifiedNameProblem(key) || labelValueProblem(own(labels, key) ?? '')) return false;
  }
  return selector?.matchExpressions?.every(isUsableRequirement) ?? true;
}

function isUsableRequirement({ key, operator, values = [] }: LabelSelectorRequirement): boolean {
  if (qualifiedNameProblem(key ?? '') || values.some(labelValueProblem)) return false;
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length > 0;
    case 'Exists':
    case 'DoesNotExist':
      return values.length === 0;
    default:
      return false;
  }
}

/** Whether the selector names no condition. An empty selector matches everything, an absent one nothing. */
export function isEmptySelector(selector: LabelSelector): boolean {
  return Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions?.length ?? 0) === 0;
}
