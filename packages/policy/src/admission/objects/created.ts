import { copyOf } from '@podlint/plain';
import type { FieldPath } from '@podlint/field-path';
import {
  decodeJson,
  giveNewStatus,
  servedForm,
  validateCreate,
  validateUpdate,
  type CreateSteps,
} from '@podlint/kinds';
import type { Kind, Minor } from '@podlint/model';
import type { FieldError, KubernetesObject } from '@podlint/validation';
import { type Json } from '../../crd/values/json.js';

/** An object of a built-in kind on its way through the server. */
export interface CreatedObject {
  readonly kind: Kind;
  /** As the server holds it. */
  readonly value: KubernetesObject;
  /** Why the server refuses it. */
  readonly errors: readonly FieldError[];
  readonly unknown: readonly FieldPath[];
  readonly undecodable: boolean;
}

/** Creates an object: decodes it, fills in defaults, lets admission change it, checks it. The manifest stays as it is. */
export function createObject(manifest: Json, kind: Kind, minor: Minor, admit?: CreateSteps['admit']): CreatedObject {
  const { value, unknown, undecodable } = decodeJson(copyOf(manifest) as never, kind, minor);
  const object: KubernetesObject = value;
  const errors = undecodable ? [] : validateCreate(kind, object, minor, { admit }).errors;
  if (!undecodable) giveNewStatus(kind, object, minor);
  return { kind, value: object, errors, unknown, undecodable };
}

export function isTaken({ errors, unknown, undecodable }: CreatedObject): boolean {
  return errors.length === 0 && unknown.length === 0 && !undecodable;
}

/** What the server makes up for an object, so that expressions can look at it. */
const madeUp = { uid: '00000000-0000-0000-0000-000000000001', creationTimestamp: '2026-01-01T00:00:00Z' };

/** The object as those see it who ask for it, with a uid and a time. */
export function servedJson({ kind, value }: Pick<CreatedObject, 'kind' | 'value'>, minor: Minor): Json {
  const metadata = { ...value.metadata, ...madeUp };
  return servedForm(kind, { ...value, metadata }, minor);
}

/** Puts one object in the place of another, both created; their JSON forms are what was served of them. */
export function updateObject(next: Json, old: Json, kind: Kind, minor: Minor): CreatedObject {
  const { value: stored } = decodeJson(copyOf(old) as never, kind, minor);
  const { value } = decodeJson(copyOf(next) as never, kind, minor);
  const { errors } = validateUpdate(kind, stored, value, minor);
  if (old['status'] !== undefined) value['status'] = stored['status'] ?? null;
  return { kind, value, errors, unknown: [], undecodable: false };
}
