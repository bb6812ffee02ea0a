import type { JsonValue } from '@podlint/syntax';
import type { ReplicasBeside } from './embedding.js';
import { embeddingOf, kindWithTemplate, placedEmbeddingOf, placesIn, type PlacedJson } from './find.js';

/** A template as it is written, and how many Pods a controller makes of it at once. */
interface CountedTemplate {
  readonly template: PlacedJson['json'];
  readonly count: number;
}

/**
 * The templates of an object of another kind whose controller makes Pods of them as they are, and at once. Those that are
 * merged with others are left out, and those that make Pods on demand.
 */
export function countedTemplates(apiVersion: string, kind: string, object: object): readonly CountedTemplate[] {
  const json = object as PlacedJson['json'];
  const whole = kindWithTemplate(apiVersion, kind)?.podTemplate;
  if (whole) return templatesAt(json, whole, embeddingOf(apiVersion, kind)?.replicas);
  const placed = placedEmbeddingOf(apiVersion, kind);
  if (placed?.pods !== 'whole') return [];
  return placed.places.flatMap((way) => templatesAt(json, way, placed.replicas));
}

function templatesAt(json: JsonValue, way: readonly string[], replicas: ReplicasBeside | undefined): CountedTemplate[] {
  if (replicas === 'on demand') return [];
  const last = way.at(-1) ?? '';
  return placesIn(json, way.slice(0, -1)).flatMap(({ json: beside }) =>
    placesIn(beside, [last]).map(({ json: template }) => ({
      template,
      count: replicas === undefined ? 1 : replicasIn(beside, replicas),
    })),
  );
}

function replicasIn({ replicas }: PlacedJson['json'], missing: number): number {
  return typeof replicas === 'number' ? replicas : missing;
}
