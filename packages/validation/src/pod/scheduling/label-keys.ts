import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { qualifiedNameProblem } from '../../formats.js';
import type { LabelSelector } from '../../selectors/label-selector.js';

const says = defineMessages('label-keys', {
  'match-and-mismatch':
    'Pods cannot have the same "{key}" as this pod and another one as well. Remove the key from matchLabelKeys or mismatchLabelKeys.',
  mismatch: '"{key}" has to differ',
  'invalid-key': '"{key}" cannot be the key of a label: {problem}.',
  'no-selector':
    'The keys narrow down what labelSelector selects, and without it no pod is selected. Set labelSelector, or remove the keys.',
  'already-selected':
    'labelSelector already has a condition on "{key}", so a key in matchLabelKeys would contradict or repeat it. Keep one of the two.',
});

/** Something that selects pods by a selector and by labels that have to be like the pod's own, or unlike. */
export interface LabelKeysOwner {
  readonly labelSelector?: LabelSelector;
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
}

/**
 * matchLabelKeys and mismatchLabelKeys as the server takes them where it writes them into the labelSelector itself
 * (ValidateMatchLabelKeysAndMismatchLabelKeys, pkg/apis/core/validation/validation.go).
 */
export function validateMergedLabelKeys(owner: LabelKeysOwner, path: FieldPath, context: Context): void {
  const { matchLabelKeys = [], mismatchLabelKeys = [] } = owner;
  if (matchLabelKeys.length === 0 && mismatchLabelKeys.length === 0) return;
  validateKeys(matchLabelKeys, owner, path.child('matchLabelKeys'), context);
  validateKeys(mismatchLabelKeys, owner, path.child('mismatchLabelKeys'), context);
  validateSelectedOnce(matchLabelKeys, owner.labelSelector, path, context);
  matchLabelKeys.forEach((key, i) => {
    if (!mismatchLabelKeys.includes(key)) return;
    context.report.invalid(path.child('matchLabelKeys').index(i), says['match-and-mismatch']({ key }), {
      related: [
        {
          field: path.child('mismatchLabelKeys').index(mismatchLabelKeys.indexOf(key)),
          message: says.mismatch({ key }),
        },
      ],
    });
  });
}

/** validateLabelKeys */
function validateKeys(
  keys: readonly string[],
  { labelSelector }: LabelKeysOwner,
  path: FieldPath,
  context: Context,
): void {
  if (keys.length === 0) return;
  if (labelSelector) validateKeyNames(keys, path, context);
  else forbidWithoutSelector(path, context);
}

function validateKeyNames(keys: readonly string[], path: FieldPath, context: Context): void {
  keys.forEach((key, i) => {
    const problem = qualifiedNameProblem(key);
    if (problem) context.report.invalid(path.index(i), says['invalid-key']({ key, problem }));
  });
}

function forbidWithoutSelector(path: FieldPath, context: Context): void {
  context.report.forbidden(path, says['no-selector']());
}

/**
 * By now the selector holds an expression for each of the keys, so a second one is the user's own.
 * The server reports it under an index of the term itself.
 */
function validateSelectedOnce(
  keys: readonly string[],
  selector: LabelSelector | undefined,
  path: FieldPath,
  context: Context,
): void {
  const expressions = selector?.matchExpressions;
  if (!expressions?.length) return;
  const seen = new Set(Object.keys(selector?.matchLabels ?? {}));
  for (const { key = '' } of expressions) {
    const index = keys.lastIndexOf(key);
    if (index >= 0 && seen.has(key)) {
      context.report.invalid(path.index(index), alreadySelected(key), {
        at: path.child('matchLabelKeys').index(index),
      });
    }
    seen.add(key);
  }
}

function alreadySelected(key: string): Message {
  return says['already-selected']({ key });
}

/**
 * How matchLabelKeys of a topology spread constraint were checked before 1.34 (ValidateMatchLabelKeysInTopologySpread).
 */
export function validateLegacyMatchLabelKeys(
  { matchLabelKeys = [], labelSelector }: LabelKeysOwner,
  path: FieldPath,
  context: Context,
): void {
  if (matchLabelKeys.length === 0) return;
  const keysPath = path.child('matchLabelKeys');
  if (!labelSelector) forbidWithoutSelector(keysPath, context);
  validateKeyNames(matchLabelKeys, keysPath, context);
  matchLabelKeys.forEach((key, i) => {
    if (selects(labelSelector, key)) context.report.invalid(keysPath.index(i), alreadySelected(key));
  });
}

function selects(selector: LabelSelector | undefined, key: string): boolean {
  return (
    Object.hasOwn(selector?.matchLabels ?? {}, key) ||
    (selector?.matchExpressions?.some((expression) => (expression.key ?? '') === key) ?? false)
  );
}
