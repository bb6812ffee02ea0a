import { says } from '../messages.js';
import { atPlace, BuildFailure, Missing } from '../errors.js';
import { copyNode, isNilOrEmpty, Kind, scalarNode, valueOf, type YNode } from '../node/node.js';
import { matchPath } from '../node/match.js';
import { lookup, splitFieldPath } from '../node/path.js';
import type { Place, Step } from '../origin/place.js';
import type { FieldOptions, Replacement, ReplacementSource, ReplacementTarget, Selector } from '../read/entries.js';
import { isSelected } from '../resource/gvk.js';
import { effectiveNamespace, idText, type ResId } from '../resource/res-id.js';
import type { Resource } from '../resource/resource.js';
import { labelAndAnnotationMatcher, selectorPatterns } from '../resource/selector.js';
import type { Transform } from '../transform/context.js';
import { idsOf, NamedResources } from './named-resources.js';
import { makingOf, notScalar, setValue, type Copying } from './set-value.js';
import { setInStructuredText } from './structured.js';

/** A replacement with the place where it is written. */
export interface PlacedReplacement extends Replacement {
  readonly place: Place | undefined;
}

const defaultPath = 'metadata.name';

/** Copies values from one field into others (filters/replacement/replacement.go). */
export function replacementTransform(replacements: readonly PlacedReplacement[], step: Step): Transform {
  return (map) => {
    const resources = new NamedResources(map);
    for (const replacement of replacements) {
      map.attempt(() => atPlace(replacement.place, () => replace(resources, replacement, step)));
      map.dropEmpty();
    }
  };
}

function replace(resources: NamedResources, replacement: PlacedReplacement, step: Step): void {
  const { source, sourceValue, targets } = replacement;
  if ((sourceValue === undefined && !source) || !targets)
    throw new BuildFailure('replacement', says['replacement-parts']());
  const value = sourceNode(resources, replacement);
  for (const target of targets) if (target) applyTo(resources, value, target, step);
}

function sourceNode(resources: NamedResources, { source, sourceValue, place }: PlacedReplacement): YNode {
  if (sourceValue !== undefined && source) throw new BuildFailure('replacement', says['replacement-values']());
  if (!source) {
    const node = scalarNode(sourceValue!);
    node.place = place;
    return node;
  }
  const found = selectSource(resources, source);
  const path = source.fieldPath || defaultPath;
  const field = lookup(found.node, splitFieldPath(path));
  if (isNilOrEmpty(field)) throw new BuildFailure('replacement', says['source-field']({ path }));
  return partOf(field!, source.options);
}

function selectSource(resources: NamedResources, source: ReplacementSource): Resource {
  const candidates = source.name === '' ? resources.all : resources.called(source.name);
  const selected = candidates.filter((resource) => idsOf(resource).some((id) => isSource(id, source)));
  const wanted = idText({ gvk: source, name: source.name, namespace: source.namespace, isClusterScoped: false });
  if (selected.length > 1) throw new BuildFailure('merge-many', says['source-objects']({ object: wanted }));
  if (!selected[0]) throw new Missing('replacement', says['source-object']({ object: wanted }));
  return selected[0];
}

function isSource(id: ResId, source: ReplacementSource): boolean {
  return (
    (source.name === '' || source.name === id.name) &&
    (source.namespace === '' || effectiveNamespace({ ...id, ...namespaceOf(source) }) === effectiveNamespace(id)) &&
    isSelected(id.gvk, source)
  );
}

function namespaceOf({ namespace }: ReplacementSource): { namespace: string; isClusterScoped: boolean } {
  return { namespace, isClusterScoped: false };
}

/** With a delimiter, one part of the text. */
function partOf(node: YNode, options: FieldOptions | undefined): YNode {
  if (!options || options.delimiter === '') return node;
  if (node.kind !== Kind.scalar) throw notScalar(node);
  const parts = valueOf(node).split(options.delimiter);
  const part = options.index < 0 ? undefined : parts[options.index];
  if (part === undefined)
    throw new BuildFailure('replacement', says['no-part']({ value: valueOf(node), index: options.index }), node.place);
  const copy = copyNode(node);
  copy.value = part;
  return copy;
}

function applyTo(resources: NamedResources, value: YNode, target: ReplacementTarget, step: Step): void {
  const { select, options } = target;
  if (!select) throw new BuildFailure('replacement', says['target-select']());
  const paths = target.fieldPaths?.length ? target.fieldPaths : [defaultPath];
  const isTarget = targetMatcher(select, target);
  for (const resource of resources.mayMatch(select.name)) {
    if (!isTarget(resource)) continue;
    resources.change(resource, () => {
      for (const path of paths) copyTo(resource.node, value, path, { options, step });
    });
  }
}

function targetMatcher(select: Selector, { reject = [] }: ReplacementTarget): (resource: Resource) => boolean {
  const selected = selectorPatterns(select);
  const hasSelectors = labelAndAnnotationMatcher(select);
  const rejects = reject.filter((entry) => entry !== undefined);
  const byId = rejects.filter((entry) => !isEmptyId(entry)).map(selectorPatterns);
  const bySelectors = rejects
    .filter(({ labelSelector, annotationSelector }) => labelSelector !== '' || annotationSelector !== '')
    .map(labelAndAnnotationMatcher);
  const matches = (patterns: typeof selected, { gvk, name, namespace }: ResId): boolean =>
    patterns.matchesGvk(gvk) && patterns.matchesName(name) && patterns.matchesNamespace(namespace);
  return (resource) => {
    if (!resource.hadNames && !selected.matchesName(resource.name)) return false;
    const ids = idsOf(resource);
    return (
      hasSelectors(resource) &&
      !bySelectors.some((isRejected) => isRejected(resource)) &&
      !byId.some((patterns) => ids.some((id) => matches(patterns, id))) &&
      ids.some((id) => matches(selected, id))
    );
  };
}

function isEmptyId({ group, version, kind, name, namespace }: Selector): boolean {
  return [group, version, kind, name, namespace].every((part) => part === '');
}

function copyTo(object: YNode, value: YNode, path: string, copying: Copying): void {
  if (setInStructuredText(object, value, path, copying)) return;
  const fields = matchPath(object, splitFieldPath(path), makingOf(value, copying));
  const targets = fields ?? [];
  if (targets.length === 0) throw new BuildFailure('replacement', says['target-field']({ path }), object.place);
  for (const target of targets) setValue(target, value, copying);
}
