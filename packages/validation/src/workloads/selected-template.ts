import { type FieldPath, labelsMatch } from '@podlint/model';
import type { Context } from '../context.js';
import type { StringMap } from '../meta/labels.js';
import type { PodTemplateSpec } from '../pod/template.js';
import {
  type LabelSelector,
  type LabelSelectorRequirement,
  isEmptySelector,
  isUsableSelector,
  validateLabelSelector,
} from '../selectors/label-selector.js';

/**
 * The selector of a controller that cannot do without one: there, not empty, and fit to be asked with.
 * Answers whether the server goes on to look at the template.
 */
export function validateOwnSelector(selector: LabelSelector | undefined, path: FieldPath, context: Context): boolean {
  if (!selector) {
    context.report.required(
      path,
      'The controller has no selector, so it cannot tell which Pods are its own. Set matchLabels to labels of the template.',
    );
    return true;
  }
  validateLabelSelector(selector, path, context);
  if (isEmptySelector(selector))
    context.report.invalid(
      path,
      'An empty selector would claim every Pod in the namespace. Set matchLabels to labels of the template.',
    );
  if (isUsableSelector(selector)) return true;
  context.report.invalid(
    path,
    'The server cannot search with this selector, and does not check the template before it can. Correct its keys, operators and values.',
  );
  return false;
}

/** The Pods that a template makes must be selected, or the controller makes more and more of them. */
export function requireSelectedLabels(
  selector: LabelSelector | undefined,
  template: PodTemplateSpec,
  specPath: FieldPath,
  context: Context,
): void {
  const labels: StringMap = template.metadata?.labels ?? {};
  if (labelsMatch(selector, labels)) return;
  const path = specPath.child('selector');
  const unmet =
    unmetLabel(selector?.matchLabels, labels, path.child('matchLabels')) ??
    unmetRequirement(selector, labels, path.child('matchExpressions'));
  reportUnselected(unmet ?? { field: path, wish: '' }, specPath, context);
}

/** The same for a selector that is nothing but labels. */
export function requireLabels(
  wanted: StringMap,
  template: PodTemplateSpec,
  specPath: FieldPath,
  context: Context,
): void {
  const unmet = unmetLabel(wanted, template.metadata?.labels ?? {}, specPath.child('selector'));
  if (unmet) reportUnselected(unmet, specPath, context);
}

/** A condition of a selector that labels do not fulfil. */
interface Unmet {
  readonly field: FieldPath;
  /** What it asks for, in words that go on from "it asks for". */
  readonly wish: string;
}

function reportUnselected({ field, wish }: Unmet, specPath: FieldPath, { report }: Context): void {
  report.invalid(
    specPath.child('template', 'metadata', 'labels'),
    `The selector does not match the labels that the template gives its Pods, so the controller would never find them${wish && `: it asks for ${wish}`}. Make the selector and the labels agree.`,
    { related: [{ field, message: 'what the selector asks for' }] },
  );
}

function unmetLabel(wanted: StringMap = {}, labels: StringMap, path: FieldPath): Unmet | undefined {
  const key = Object.keys(wanted).find(
    (name) => !Object.hasOwn(labels, name) || (labels[name] ?? '') !== (wanted[name] ?? ''),
  );
  if (key === undefined) return undefined;
  const has = Object.hasOwn(labels, key) ? `is "${labels[key]}" in the template` : 'is not in the template';
  return { field: path.key(key), wish: `"${key}" to be "${wanted[key]}", which ${has}` };
}

function unmetRequirement(selector: LabelSelector | undefined, labels: StringMap, path: FieldPath): Unmet | undefined {
  const requirements = selector?.matchExpressions ?? [];
  const index = requirements.findIndex((requirement) => !labelsMatch({ matchExpressions: [requirement] }, labels));
  return index < 0 ? undefined : { field: path.index(index), wish: wishOf(requirements[index]!) };
}

function wishOf({ key = '', operator, values = [] }: LabelSelectorRequirement): string {
  const list = values.map((value) => `"${value}"`).join(', ');
  switch (operator) {
    case 'In':
      return `"${key}" to be one of ${list}`;
    case 'NotIn':
      return `"${key}" to be none of ${list}`;
    case 'Exists':
      return `a label "${key}"`;
    default:
      return `no label "${key}"`;
  }
}

/**
 * Controllers that keep Pods running take neither an end nor a deadline from the template
 * (ValidatePodTemplateSpecForReplicaSet and its like).
 */
export function requireLongRunning(template: PodTemplateSpec, specPath: FieldPath, context: Context): void {
  const { restartPolicy = '', activeDeadlineSeconds } = template.spec ?? {};
  const path = specPath.child('template', 'spec');
  if (restartPolicy !== 'Always') context.report.notSupported(path.child('restartPolicy'), restartPolicy, ['Always']);
  if (activeDeadlineSeconds !== undefined) {
    context.report.forbidden(
      path.child('activeDeadlineSeconds'),
      'Only Pods and Jobs may have a deadline; this controller would restart the Pod for ever. Remove the field, or use a Job.',
    );
  }
}
