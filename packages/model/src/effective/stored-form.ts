import type { Kind } from '../kinds.js';
import type { Decoded, batch } from '../types.js';
import type { Minor } from '../versions.js';
import { encodeObject } from './encode.js';
import { restoreCounter } from './old-annotations.js';
import { podTemplateOf } from './pod-template.js';

type Json = Record<string, unknown>;
type Labels = Record<string, string | undefined>;

/** Metadata that the server makes up anew for each object, and so says nothing about the manifest. */
const madeUp = ['uid', 'creationTimestamp', 'generation'];

/**
 * The object as the server would store it, without its status: of an object that validation prepared for creation
 * (applyDefaults, convertToInternal, completeNewPod, disabled fields dropped). A copy.
 */
export function storedForm(kind: Kind, object: object, minor: Minor): Json {
  const encoded = encodeObject(kind.definition, object as Json, minor);
  const { uid } = encoded.metadata as Json;
  const metadata = without(encoded.metadata as Json, madeUp);
  const stored: Json = { ...without(encoded, ['status']), apiVersion: kind.apiVersion, kind: kind.kind, metadata };
  aliasServiceAccount(kind, stored);
  restoreCounter(kind, metadata);
  if (kind.kind === 'StatefulSet') typeClaims(stored);
  if (kind.kind === 'Job') hideUid(stored, uid);
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

/** Convert_apps_StatefulSetSpec_To_v1_StatefulSetSpec. */
function typeClaims({ spec }: Json): void {
  for (const claim of ((spec as Json).volumeClaimTemplates ?? []) as Json[])
    Object.assign(claim, { apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
}

/** The uid that a Job's Pods are known by is different each time. */
const anyUid = '<uid>';

function hideUid(stored: Json, uid: unknown): void {
  const { metadata, spec } = stored as Decoded<batch.Job>;
  for (const labels of [metadata?.labels, spec?.template?.metadata?.labels, spec?.selector?.matchLabels])
    hideIn(labels, uid);
}

function hideIn(labels: Labels | undefined, uid: unknown): void {
  for (const key in labels) if (uid && labels[key] === uid) labels[key] = anyUid;
}
