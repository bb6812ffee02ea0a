import { BuildFailure } from '../errors.js';
import { contentHashTransform } from '../generate/hash-names.js';
import { fieldOf } from '../node/fields.js';
import type { Step } from '../origin/place.js';
import { fixNameReferences } from '../reference/name-reference.js';
import { resolveVars } from '../reference/vars.js';
import { demandIdentity } from '../read/resources.js';
import {
  buildAnnotations,
  localConfigAnnotation,
  managedByLabel,
  originAnnotation,
  transformationsAnnotation,
} from '../resource/annotations.js';
import type { Resource } from '../resource/resource.js';
import type { ResourceMap } from '../resource/resource-map.js';
import { entryCreation, entrySetter, filterField } from '../transform/field-filter.js';
import { sortResources } from '../transform/sort.js';
import type { Accumulator } from './accumulator.js';
import type { Target } from './target.js';

/** The version that objects are said to be managed by. */
const managedBy = 'kustomize-v5.8.2';

/** What comes once, when everything is gathered (kusttarget.go, makeCustomizedResMap; kustomizer.go, Run). */
export function finishBuild(target: Target, gathered: Accumulator): { unusedVars: string[] } {
  const { map, config, vars } = gathered;
  const { fields } = target.file;
  contentHashTransform(target.file.step('HashTransformer', []))(map);
  fixNameReferences(map.list, config.nameReference, target.file.step('NameReferenceTransformer', []));
  const unusedVars = resolveVars(map, vars, config.varReference, target.file.step('VarReferenceTransformer', ['vars']));
  dropLocal(map);
  if (fields.sortOptions) placingSort(target, () => sortResources(map, fields.sortOptions!));
  const metadata = new Set(fields.buildMetadata);
  if (metadata.has('managedByLabel')) addManagedBy(map, target);
  const step = target.file.step('BuildMetadata', ['buildMetadata']);
  for (const resource of map.list) {
    cleanAnnotations(resource, metadata);
    markTracking(resource, step);
  }
  return { unusedVars };
}

function placingSort(target: Target, run: () => void): void {
  try {
    run();
  } catch (error) {
    throw error instanceof BuildFailure ? error.at(target.file.placeOf(['sortOptions'])) : error;
  }
}

/** Objects that say they are only for the files (IgnoreLocal). */
function dropLocal(map: ResourceMap): void {
  const kept = map.list.filter((resource) => {
    if (resource.isEmpty) return false;
    demandIdentity(resource.node);
    const local = resource.annotation(localConfigAnnotation);
    return local === undefined || local === 'false';
  });
  map.list = [];
  map.append(kept);
}

function addManagedBy(map: ResourceMap, target: Target): void {
  const step = target.file.step('LabelTransformer', ['buildMetadata']);
  const set = entrySetter(managedByLabel, managedBy, step, undefined);
  for (const { node } of map.list) filterField(node, { path: 'metadata/labels', create: true }, set, entryCreation);
}

function cleanAnnotations(resource: Resource, metadata: ReadonlySet<string>): void {
  const annotations = Object.entries(resource.map('annotations'));
  const removed = new Set(buildAnnotations);
  if (!metadata.has('originAnnotations')) removed.add(originAnnotation);
  if (!metadata.has('transformerAnnotations')) removed.add(transformationsAnnotation);
  // Kept both, an object without annotations is not touched; otherwise an empty map of them goes.
  if (annotations.length === 0 && removed.size === buildAnnotations.length) return;
  resource.setMap('annotations', Object.fromEntries(annotations.filter(([name]) => !removed.has(name))));
}

/** What kustomize tells of origins was made by the field that asks for it. */
function markTracking({ node }: Resource, step: Step): void {
  const annotations = fieldOf(fieldOf(node, 'metadata'), 'annotations');
  for (const name of [originAnnotation, transformationsAnnotation]) fieldOf(annotations, name)?.mark(step);
}
