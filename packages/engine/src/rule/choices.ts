import { fieldBelow, pathOf, type Field } from './field.js';
import { set, type ChoiceProposal } from './rule.js';

/** The choice to add a field; `words` name it where its value is not one to print. */
export function addition(field: Field, value: unknown, words = `${nameOf(field)}: ${shown(value)}`): ChoiceProposal {
  return { title: `Add ${words}`, changes: [set(field, value)] };
}

/** The choice to give a field that is there another value. */
export function setting(field: Field, value: unknown): ChoiceProposal {
  return { title: `Set ${nameOf(field)} to ${shown(value)}`, changes: [set(field, value)] };
}

/** The change that puts an item behind those that a list has; of a list that is not there it makes one. */
export function appended(
  list: Field,
  present: readonly unknown[] | undefined,
  item: unknown,
): ChoiceProposal['changes'] {
  return [present ? set(fieldBelow(list, [present.length]), item) : set(list, [item])];
}

function nameOf(field: Field): string {
  return String(pathOf(field).segment);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
