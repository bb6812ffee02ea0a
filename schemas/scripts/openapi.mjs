// What the structure and the types have in common: which definitions of an OpenAPI document podlint is about.
import { rootDefinitions } from './roots.mjs';

/**
 * The full name of the definition that a property (or a list's or map's item) refers to; undefined for a plain value.
 */
export function referenceOf(property) {
  return property?.$ref?.replace('#/definitions/', '');
}

/** `io.k8s.api.core.v1.Container` -> `core.v1.Container`: group, version and name, wherever its source is. */
export function shortName(definition) {
  return definition.split('.').slice(-3).join('.');
}

/** Every definition that the roots are made of, sorted by name. */
export function reachableDefinitions(definitions) {
  const reached = new Set(rootDefinitions.map((name) => `io.k8s.api.${name}`));
  for (const name of reached) {
    for (const property of Object.values(definitions[name].properties ?? {})) {
      for (const part of [property, property.items, property.additionalProperties]) {
        const target = referenceOf(part);
        if (target) reached.add(target);
      }
    }
  }
  return [...reached].sort();
}
