import type { Defaulting } from './defaulting.js';
import { fill, isEmpty } from './fill.js';

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
  why: string,
  defaulting: Defaulting,
): void {
  if (labels && isEmpty(owner[field])) fill(owner, field, labels, why, defaulting);
}
