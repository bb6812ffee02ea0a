import { placed, type PlacedObject } from '../../names/objects.js';
import type { Mention } from '../../names/mention.js';
import { mentionsIn } from '../../names/mentions.js';
import { documentAt, placeAt } from '../../place/place.js';
import type { FileView } from '../../service/file-view.js';

/** The name at an offset. Of a label it may be its key as well. */
export function mentionAt(view: FileView, offset: number): Mention | undefined {
  const object = objectAt(view, offset);
  if (!object) return undefined;
  const { document } = object;
  return mentionsIn(object).find(({ range, node, what }) => {
    const key = what === 'label' ? document.keyRange(node) : undefined;
    return holds(range, offset) || (key !== undefined && holds(key, offset));
  });
}

function objectAt(view: FileView, offset: number): PlacedObject | undefined {
  const found = documentAt(view, offset);
  const place = placeAt(view, offset);
  return found && place && placed(view, found, place.object);
}

function holds({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end;
}
