import { defineMessages, plainData } from '@podlint/messages';
import { parseQuantity } from '@podlint/model';
import { addTo } from '@podlint/plain';
import type { Json } from '../../crd/values/json.js';
import { metadataOf } from '../objects/resource.js';
import type { Refusal } from '../plugins/plugin.js';

const says = defineMessages('resource-quotas', {
  'exceeded-by-several':
    'the quota {quota} allows {hard} of {resource}; {used} of it is used, and this needs {requested}. Other objects that do not fit either: {more}',
});

/**
 * The refusals to tell of: once a quota is used up, each further object is refused for what is one mistake. The first of
 * them says how many there are; what is too much by itself is a mistake of its own.
 */
export function firstOverEach(refusals: ReadonlyMap<Json, Refusal>): ReadonlyMap<Json, Refusal> {
  const alike = new Map<Json | string, [object: Json, refusal: Refusal][]>();
  for (const [object, refusal] of refusals) addTo(alike, causeOf(object, refusal) ?? object, [object, refusal]);
  return new Map(
    [...alike.values()].flatMap(([first, ...others]) => {
      if (!first || others.length === 0) return first ? [first] : [];
      const [object, refusal] = first;
      return [[object, ofSeveral(refusal, others.length)] as const];
    }),
  );
}

/** Which quota has too little left of what; undefined for an object that would be too much by itself. */
function causeOf(object: Json, { message: { id, data }, by }: Refusal): string | undefined {
  if (id !== 'resource-quota/exceeded') return undefined;
  const { requested, hard, resource } = plainData(data);
  const [needed, allowed] = [parseQuantity(String(requested)), parseQuantity(String(hard))];
  const isTooMuch = !needed || !allowed || needed.compare(allowed) > 0;
  return isTooMuch ? undefined : JSON.stringify([metadataOf(object)['namespace'], by?.name, resource]);
}

function ofSeveral({ message, ...refusal }: Refusal, more: number): Refusal {
  const { quota = '', hard = '', resource = '', used = '', requested = '' } = plainData(message.data);
  return { ...refusal, message: says['exceeded-by-several']({ quota, hard, resource, used, requested, more }) };
}
