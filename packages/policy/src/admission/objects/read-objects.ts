import { findKind, type Kind, type Minor } from '@podlint/model';
import { installLateChecks } from '../../late/index.js';
import { resourceError, type ResourceError } from '../../crd/errors.js';
import type { Json } from '../../crd/values/json.js';
import { createObject, isTaken } from './created.js';
import { metadataOf, textAt } from './resource.js';

/** An object that the API refuses. */
export interface RefusedObject {
  readonly kind: string;
  readonly name: string;
  /** Fields that it does not know or that have the wrong type. */
  readonly decode?: readonly string[];
  readonly errors?: readonly ResourceError[];
}

/** An object that the API takes, and what was written of it. */
export interface ReadObject<T> {
  readonly kind: Kind;
  readonly value: T;
  readonly manifest: Json;
}

export interface ReadObjects<T> {
  readonly taken: readonly ReadObject<T>[];
  readonly refused: readonly RefusedObject[];
}

/** Creates objects that others are judged by: those that the API refuses take no part. */
export function readObjects<T>(manifests: readonly Json[], minor: Minor): ReadObjects<T> {
  installLateChecks();
  const taken: ReadObject<T>[] = [];
  const refused: RefusedObject[] = [];
  for (const manifest of manifests) {
    const kind = findKind(textAt(manifest, 'apiVersion'), textAt(manifest, 'kind'));
    if (!kind) continue;
    const object = createObject(manifest, kind, minor);
    if (isTaken(object)) taken.push({ kind, value: object.value as T, manifest });
    else refused.push(refusedObject(manifest, kind, object));
  }
  return { taken, refused };
}

function refusedObject(
  manifest: Json,
  { kind }: Kind,
  { errors, unknown }: ReturnType<typeof createObject>,
): RefusedObject {
  return {
    kind,
    name: textAt(metadataOf(manifest), 'name'),
    ...(errors.length > 0 ? { errors: errors.map(resourceError) } : { decode: unknown.map(String) }),
  };
}
