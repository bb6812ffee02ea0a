import type { Kind, Minor } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import type { Note } from '../kind-module.js';
import { moduleOf } from '../module-of.js';

/** What the server writes into the status of an object that it takes, and tells nobody. */
export function notesOn(kind: Kind, object: KubernetesObject, minor: Minor): readonly Note[] {
  return moduleOf(kind).notes?.(object, minor) ?? [];
}
