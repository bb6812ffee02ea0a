import { judgedKindsByFolder } from './kinds.mjs';
import { referenceOf, shortName } from './openapi.mjs';

/** Every definition of a document that the kinds which podlint judges are made of, sorted by name. */
export function reachableDefinitions(definitions) {
  return definitionsBelow(
    definitions,
    new Set([...judgedKindsByFolder().values()].map(({ definition }) => definition)),
  );
}

/** Every definition of a document that those with the given short names are made of, sorted by name. */
export function definitionsBelow(definitions, roots) {
  const reached = new Set(Object.keys(definitions).filter((name) => roots.has(shortName(name))));
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
