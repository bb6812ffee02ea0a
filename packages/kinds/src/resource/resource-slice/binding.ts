import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, resource } from '@podlint/model';
import { type Context, checkName, qualifiedNameProblem } from '@podlint/validation';
import { byText, reportDuplicates, validateItems } from '../items.js';

const says = defineMessages('device-binding', {
  'in-both-lists': '"{condition}" says both that the device is ready and that it failed. Remove one.',
  'no-conditions': 'Conditions of success and of failure go together. List some here, or remove the others.',
});

/** BindingConditionsMaxSize, BindingFailureConditionsMaxSize. */
const maxConditions = 4;

/** What a Pod waits for before it is bound to a node (validateDeviceBindingParameters). */
export function validateBinding(
  { bindingConditions: ready = [], bindingFailureConditions: failed = [] }: Decoded<resource.Device>,
  path: FieldPath,
  context: Context,
): void {
  const [readyPath, failedPath] = [path.child('bindingConditions'), path.child('bindingFailureConditions')];
  validateConditions(ready, readyPath, context);
  validateConditions(failed, failedPath, context);
  const { report } = context;
  failed.forEach((condition, i) => {
    if (ready.includes(condition)) report.invalid(failedPath.index(i), says['in-both-lists']({ condition }));
  });
  if (ready.length === 0 && failed.length > 0) report.invalid(readyPath, says['no-conditions'](), { at: failedPath });
  if (failed.length === 0 && ready.length > 0) report.invalid(failedPath, says['no-conditions'](), { at: readyPath });
}

function validateConditions(conditions: readonly string[], path: FieldPath, context: Context): void {
  validateItems(conditions, maxConditions, path, context, (condition, at) => {
    checkName(condition, at, qualifiedNameProblem, context);
  });
  reportDuplicates(conditions, byText, path, context);
}
