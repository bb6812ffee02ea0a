import type { Message } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { ErrorList } from '../errors.js';

/**
 * A field that takes one of a few words. In Go an absent text and an empty one are the same, and both are "required"
 * here.
 * `needed` tells the user why the field cannot be left out.
 */
export function validateChoice(
  value: string | undefined,
  choices: readonly string[],
  path: FieldPath,
  field: string,
  needed: () => Message,
  report: ErrorList,
): void {
  if (value && choices.includes(value)) return;
  if (value) report.notSupported(path.child(field), value, choices);
  else report.required(path.child(field), needed());
}
