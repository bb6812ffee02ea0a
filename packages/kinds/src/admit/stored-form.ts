import { type Kind, type Minor, encodeObject, podTemplateOf } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import { moduleOf } from '../module-of.js';

type Json = Record<string, unknown>;

/** Metadata that the server makes up anew for each object, and so says nothing about the manifest. */
const madeUp = ['uid', 'creationTimestamp', 'generation'];

/**
 * The object as the server would store it, without its status: of an object that was prepared for creation
 * (`validateCreate`). A copy.
 */
export function storedForm(kind: Kind, object: KubernetesObject, minor: Minor): Json {
  const stored = servedForm(kind, object, minor);
  return { ...without(stored, ['status']), metadata: without(stored.metadata as Json, madeUp) };
}

/** The same with all that the server has of it, as who asks for the object gets it. */
export function servedForm(kind: Kind, object: KubernetesObject, minor: Minor): Json {
  const encoded = encodeObject(kind.definition, object as Json, minor);
  const stored: Json = { ...encoded, apiVersion: kind.apiVersion, kind: kind.kind };
  aliasServiceAccount(kind, stored);
  moduleOf(kind).convertToStored?.(stored, object);
  return stored;
}

function without(object: Json, fields: readonly string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));
}

/** Convert_core_PodSpec_To_v1_PodSpec. */
function aliasServiceAccount(kind: Kind, stored: Json): void {
  const spec = podTemplateOf(kind, stored)?.spec;
  if (!spec) return;
  if (spec.serviceAccountName) spec.serviceAccount = spec.serviceAccountName;
  else delete spec.serviceAccount;
}
