import { own } from '@podlint/plain';
import { type Message, defineMessages } from '@podlint/messages';
import { type FieldPath, labelsMatch } from '@podlint/model';
import type { Context } from '../context.js';
import { quotedList } from '../lists.js';
import type { StringMap } from '../meta/labels.js';
import type { PodTemplateSpec } from '../pod/template.js';
import {
  type LabelSelector,
  type LabelSelectorRequirement,
  isEmptySelector,
  isUsableSelector,
  validateLabelSelector,
} from '../selectors/label-selector.js';

const says = defineMessages('selected-template', {
  'no-selector':
    'The controller has no selector, so it cannot tell which Pods are its own. Set matchLabels to labels of the template.',
  'empty-selector':
    'An empty selector would claim every Pod in the namespace. Set matchLabels to labels of the template.',
  'unusable-selector':
    'The server cannot search with this selector, and does not check the template before it can. Correct its keys, operators and values.',
  selector: 'what the selector asks for',
  in: '"{key}" to be one of {values}',
  'not-in': '"{key}" to be none of {values}',
  exists: 'a label "{key}"',
  'does-not-exist': 'no label "{key}"',
  deadline:
    'Only Pods and Jobs may have a deadline; this controller would restart the Pod for ever. Remove the field, or use a Job.',
  'not-selected':
    'The selector does not match the labels of the template. The controller would never find its Pods. Make the selector and the labels agree.',
  unmet:
    'The selector does not match the labels of the template: it asks for {wish}. The controller would never find its Pods. Make the selector and the labels agree.',
  'other-value': '"{key}" to be "{value}", which is "{actual}" in the template',
  absent: '"{key}" to be "{value}", which is not in the template',
});

/**
 * The selector of a controller that cannot do without one: there, not empty, and fit to be asked with.
 * Answers whether the server goes on to look at the template.
 */
export function validateOwnSelector(selector: LabelSelector | undefined, path: FieldPath, context: Context): boolean {
  if (!selector) {
    context.report.required(path, says['no-selector']());
    return true;
  }
  validateLabelSelector(selector, path, context);
  if (isEmptySelector(selector)) context.report.invalid(path, says['empty-selector']());
  if (isUsableSelector(selector)) return true;
  context.report.invalid(path, says['unusable-selector']());
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
  reportUnselected(unmet ?? { field: path }, specPath, context);
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
  /** What it asks for, in words that go on from "it asks for"; none where there is no selector at all. */
  readonly wish?: Message;
}

function reportUnselected({ field, wish }: Unmet, specPath: FieldPath, { report }: Context): void {
  report.invalid(
    specPath.child('template', 'metadata', 'labels'),
    wish ? says.unmet({ wish }) : says['not-selected'](),
    { related: [{ field, message: says.selector() }] },
  );
}

function unmetLabel(wanted: StringMap = {}, labels: StringMap, path: FieldPath): Unmet | undefined {
  const key = Object.keys(wanted).find(
    (name) => !Object.hasOwn(labels, name) || (own(labels, name) ?? '') !== (own(wanted, name) ?? ''),
  );
  if (key === undefined) return undefined;
  const value = own(wanted, key) ?? '';
  const wish = Object.hasOwn(labels, key)
    ? says['other-value']({ key, value, actual: labels[key] ?? '' })
    : says.absent({ key, value });
  return { field: path.key(key), wish };
}

function unmetRequirement(selector: LabelSelector | undefined, labels: StringMap, path: FieldPath): Unmet | undefined {
  const requirements = selector?.matchExpressions ?? [];
  const index = requirements.findIndex((requirement) => !labelsMatch({ matchExpressions: [requirement] }, labels));
  return index < 0 ? undefined : { field: path.index(index), wish: wishOf(requirements[index]!) };
}

function wishOf({ key = '', operator, values = [] }: LabelSelectorRequirement): Message {
  switch (operator) {
    case 'In':
      return says.in({ key, values: quotedList(values) });
    case 'NotIn':
      return says['not-in']({ key, values: quotedList(values) });
    case 'Exists':
      return says.exists({ key });
    default:
      return says['does-not-exist']({ key });
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
    context.report.forbidden(path.child('activeDeadlineSeconds'), says.deadline());
  }
}
