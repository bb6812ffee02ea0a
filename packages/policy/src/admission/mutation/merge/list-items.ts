import { defineMessages, type Message } from '@podlint/messages';
import { own } from '@podlint/plain';
import { isObject } from '../../../crd/values/json.js';
import { shapeOf, type ListSchema } from './merge-schema.js';

const says = defineMessages('merged-list', {
  'no-object': 'an item of {path} has to be an object with the key {keys}',
  'no-keys': 'an item of {path} has none of its keys: {keys}',
  'no-value': 'an item of {path} has to be a text, a number or a boolean',
});

/** What tells an item of a list that merges from others, or why nothing does (typed/helpers.go, listItemToPathElement). */
export function identityOf(
  item: unknown,
  { merges, keys }: ListSchema,
  path: string,
): { readonly id: string } | { readonly fault: Message } {
  if (merges === 'set')
    return shapeOf(item) === 'scalar' ? { id: JSON.stringify(item) } : { fault: says['no-value']({ path }) };
  const names = keys.map(({ name }) => name).join(', ');
  if (!isObject(item)) return { fault: says['no-object']({ path, keys: names }) };
  const values = keys.map((key) => own(item, key.name) ?? key.default);
  return values.every((value) => value === null)
    ? { fault: says['no-keys']({ path, keys: names }) }
    : { id: JSON.stringify(values) };
}
