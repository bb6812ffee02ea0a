// How an OpenAPI document names things.

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
