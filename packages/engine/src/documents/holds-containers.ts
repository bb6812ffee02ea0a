import type { JsonValue } from '@podlint/syntax';

/** Pod templates of the kinds that are met lie no deeper (spec.jobTemplate.spec.template.spec.containers lies 5 deep). */
const deepest = 8;

/** Whether a list of containers is somewhere in an object: it holds a pod template, whatever its kind calls it. */
export function holdsContainers(value: JsonValue, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > deepest) return false;
  if (Array.isArray(value)) return value.some((item) => holdsContainers(item, depth + 1));
  return isContainerList(value.containers) || Object.values(value).some((inner) => holdsContainers(inner, depth + 1));
}

function isContainerList(value: JsonValue | undefined): boolean {
  return (
    Array.isArray(value) &&
    value.some(
      (item) => typeof item === 'object' && item !== null && !Array.isArray(item) && Object.hasOwn(item, 'image'),
    )
  );
}
