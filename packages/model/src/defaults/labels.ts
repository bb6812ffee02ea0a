import { isEmpty } from './fill.js';
import type { Place } from './place.js';

type Labels = Record<string, string | undefined>;

/**
 * An object that has no labels or selector of its own takes the template's. Upstream hands over the map itself, so that
 * the labels which a Job's template gets later (PrepareForCreate) turn up in the Job as well; here too, the object is
 * shared.
 */
export function fillLabels<Field extends string>(
  owner: { [key in Field]?: Labels },
  field: Field,
  labels: Labels | undefined,
  place: Place | undefined,
  why: string,
): void {
  if (!labels || !isEmpty(owner[field])) return;
  owner[field] = labels;
  place?.record(field, labels, why);
}
