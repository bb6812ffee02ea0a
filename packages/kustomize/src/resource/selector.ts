import { demandPattern, type Pattern } from '../pattern.js';
import type { Selector } from '../read/entries.js';
import type { Gvk } from './gvk.js';
import { parseLabelSelector } from './label-selector.js';
import { effectiveNamespace, type ResId } from './res-id.js';
import type { Resource } from './resource.js';

/** The parts of a selector as expressions that a whole text has to match (selector.go, SelectorRegex). */
export interface SelectorPatterns {
  matchesGvk(gvk: Gvk): boolean;
  matchesName(name: string): boolean;
  matchesNamespace(namespace: string): boolean;
}

export function selectorPatterns(selector: Selector): SelectorPatterns {
  const group = anchored(selector.group);
  const version = anchored(selector.version);
  const kind = anchored(selector.kind);
  const name = anchored(selector.name);
  const namespace = anchored(selector.namespace);
  return {
    matchesGvk: (gvk) => group.test(gvk.group) && version.test(gvk.version) && kind.test(gvk.kind),
    matchesName: (text) => name.test(text),
    matchesNamespace: (text) => namespace.test(text),
  };
}

const anything: Pattern = { test: () => true };

function anchored(source: string): Pattern {
  return source === '' ? anything : demandPattern(`^(?:${source})$`);
}

/** Whether an object is meant, by its present or its first id, its labels and its annotations. */
export function compileSelector(selector: Selector): (resource: Resource) => boolean {
  const patterns = selectorPatterns(selector);
  const hasSelectors = labelAndAnnotationMatcher(selector);
  return (resource) => {
    const { id, originalId } = resource;
    return (
      either(originalId, id, (at) => patterns.matchesNamespace(effectiveNamespace(at))) &&
      either(originalId, id, (at) => patterns.matchesName(at.name)) &&
      patterns.matchesGvk(id.gvk) &&
      hasSelectors(resource)
    );
  };
}

export function labelAndAnnotationMatcher({
  labelSelector,
  annotationSelector,
}: Selector): (resource: Resource) => boolean {
  return (resource) =>
    parseLabelSelector(labelSelector)(resource.map('labels')) &&
    parseLabelSelector(annotationSelector)(resource.map('annotations'));
}

function either(a: ResId, b: ResId, test: (id: ResId) => boolean): boolean {
  return test(a) || test(b);
}
