import type { Kind } from '@podlint/model';
import type { JsonValue } from '@podlint/syntax';
import type { Embedding, PlacedEmbedding } from './embedding.js';
import { placedEmbeddings } from './placed-table.js';
import { embeddings } from './table.js';

const whole = byName(embeddings);
const placed = byName(placedEmbeddings);

function byName<T extends { readonly group: string; readonly kind: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [`${one.group} ${one.kind}`, one]));
}

function nameOf(apiVersion: string, kind: string): string {
  return `${apiVersion.split('/')[0] ?? ''} ${kind}`;
}

export function embeddingOf(apiVersion: string, kind: string): Embedding | undefined {
  return whole.get(nameOf(apiVersion, kind));
}

export function placedEmbeddingOf(apiVersion: string, kind: string): PlacedEmbedding | undefined {
  return placed.get(nameOf(apiVersion, kind));
}

const known = new Map<string, Kind>();

/** A kind that is none of Kubernetes' own and holds a pod template, as rules see it: of its structure no more is known. */
export function kindWithTemplate(apiVersion: string, kind: string): Kind | undefined {
  const embedding = embeddingOf(apiVersion, kind);
  if (!embedding) return undefined;
  const definition = `${apiVersion}.${kind}`;
  const made = known.get(definition) ?? madeKind(embedding, apiVersion, definition);
  known.set(definition, made);
  return made;
}

function madeKind({ group, kind, within, like }: Embedding, apiVersion: string, definition: string): Kind {
  return {
    group,
    version: apiVersion.slice(group.length + 1),
    apiVersion,
    kind,
    plural: `${kind.toLowerCase()}s`,
    scope: 'namespaced',
    definition,
    podTemplate: [...within, ...(like.podTemplate ?? [])],
  };
}

/** Whether an object of another kind holds what podlint knows to be a pod template, or a part of one. */
export function holdsKnownTemplate(apiVersion: string, kind: string, json: JsonValue): boolean {
  const template = kindWithTemplate(apiVersion, kind)?.podTemplate;
  if (template) return placesIn(json, template).length > 0;
  const { places = [] } = placedEmbeddingOf(apiVersion, kind) ?? {};
  return places.some((place) => placesIn(json, place).length > 0);
}

export interface PlacedJson {
  readonly segments: readonly (string | number)[];
  readonly json: { readonly [key: string]: JsonValue };
}

/** The mappings at the end of a way; `*` stands for every item of a list and every value of a map. */
export function placesIn(json: JsonValue | undefined, way: readonly string[]): PlacedJson[] {
  const [name, ...rest] = way;
  if (name === '*' && Array.isArray(json)) return json.flatMap((item, index) => under(index, placesIn(item, rest)));
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [];
  if (name === '*') return Object.entries(json).flatMap(([key, value]) => under(key, placesIn(value, rest)));
  if (name === undefined) return [{ segments: [], json }];
  return Object.hasOwn(json, name) ? under(name, placesIn(json[name], rest)) : [];
}

function under(segment: string | number, below: readonly PlacedJson[]): PlacedJson[] {
  return below.map(({ segments, json }) => ({ segments: [segment, ...segments], json }));
}
