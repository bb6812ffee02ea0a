import type { KustomizationEdit } from '@podlint/kustomize/project';
import type { JsonValue } from '@podlint/syntax';
import { isMapping, type JsonObject } from '../documents/formats/format.js';

/*
 * Values of the source of an Application; undefined for what Argo CD would not take.
 */

export function textIn(said: JsonObject, name: 'namePrefix' | 'nameSuffix' | 'namespace'): string | undefined {
  const value = said[name];
  return typeof value === 'string' ? value : undefined;
}

export function textsIn(value: JsonValue | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((one) => typeof one === 'string');
  return texts.length === value.length ? texts : undefined;
}

type Replicas = NonNullable<KustomizationEdit['replicas']>;

export function replicasIn(value: JsonValue | undefined): Replicas | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const replicas = value.flatMap((one) => {
    const { name, count } = isMapping(one) ? one : {};
    const number = typeof count === 'string' && /^\d+$/.test(count) ? Number(count) : count;
    return typeof name === 'string' && typeof number === 'number' ? [{ name, count: number }] : [];
  });
  return replicas.length === value.length ? replicas : undefined;
}

export function pairsIn(value: JsonValue | undefined): Readonly<Record<string, string>> | undefined {
  if (value === undefined || value === null) return {};
  if (!isMapping(value)) return undefined;
  const pairs = Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return pairs.length === Object.keys(value).length ? Object.fromEntries(pairs) : undefined;
}
