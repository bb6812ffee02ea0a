import type { Kind, Minor } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import { moduleOf } from '../module-of.js';

/** Gives a new object the status that the server gives it (PrepareForCreate of the kind's strategy). In place. */
export function giveNewStatus(kind: Kind, object: KubernetesObject & { status?: object }, minor: Minor): void {
  const status = moduleOf(kind).newStatus?.(object, minor);
  if (status) object.status = status;
  else delete object.status;
}

/** The status that an object has when it has been in a cluster for a while; undefined where nothing depends on it. */
export function settledStatusOf(kind: Kind, object: object): object | undefined {
  return moduleOf(kind).settledStatus?.(object);
}
