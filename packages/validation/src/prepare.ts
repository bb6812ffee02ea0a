import { type Kind, applyDefaults, convertToInternal } from '@podlint/model';
import type { Context } from './context.js';
import { generateName } from './meta/names.js';
import type { ObjectMeta } from './meta/object-meta.js';
import { strategyOf } from './strategies.js';
import type { KubernetesObject } from './strategy.js';
import { dropDisabledFields } from './strategy/dropped-fields.js';
import { takeFields } from './take-fields.js';

type Metadata = { -readonly [Field in keyof ObjectMeta]: ObjectMeta[Field] };

/** Stands for the uid that the server makes up. */
const placeholderUid = '00000000-0000-0000-0000-000000000000';

/**
 * Makes of a decoded object what the server validates: defaults, the server's own form, the metadata that is the
 * server's own (FillObjectMetaSystemFields, apiserver/pkg/registry/rest), and what the kind's strategy prepares.
 */
export function prepareForCreate(kind: Kind, object: KubernetesObject, context: Context): void {
  const metadata: Metadata = (object.metadata ??= {});
  metadata.uid = placeholderUid;
  prepareStored(kind, object, context);
}

/** The same for an object that was created before, and may know its uid. */
export function prepareStored(kind: Kind, object: KubernetesObject, context: Context): void {
  internalize(kind, object, context);
  const metadata: Metadata = (object.metadata ??= {});
  metadata.uid ||= placeholderUid;
  metadata.namespace ||= 'default';
  if (!metadata.name && metadata.generateName) metadata.name = generateName(metadata.generateName);
  // Kinds with pods count their generations; ConfigMaps and Secrets keep what they are given.
  if (kind.podTemplate) metadata.generation = 1;
  strategyOf(kind).prepareForCreate?.(object, context);
}

/** The new object with what it takes over from the stored one (BeforeUpdate, apiserver/pkg/registry/rest/update.go). */
export function prepareForUpdate(kind: Kind, object: KubernetesObject, old: KubernetesObject, context: Context): void {
  internalize(kind, object, context);
  const metadata: Metadata = (object.metadata ??= {});
  const stored = old.metadata ?? {};
  takeFields(metadata, stored, 'uid', 'generation');
  if (!metadata.namespace) takeFields(metadata, stored, 'namespace');
  if (!metadata.name && metadata.generateName) takeFields(metadata, stored, 'name');
  if (stored.deletionTimestamp) metadata.deletionTimestamp = stored.deletionTimestamp;
  if (metadata.deletionGracePeriodSeconds === undefined) takeFields(metadata, stored, 'deletionGracePeriodSeconds');
  strategyOf(kind).prepareForUpdate?.(object, old, context);
}

/** Dropping before defaulting changes nothing in the end, and tells what the manifest sets from what is filled in. */
function internalize(kind: Kind, object: KubernetesObject, context: Context): void {
  const { dropped, moved } = dropDisabledFields(kind, object, context.minor);
  for (const field of dropped) context.dropped.push(field);
  for (const field of moved) context.moved.push(field);
  applyDefaults(kind, object, context.minor, context.recorder);
  convertToInternal(kind, object);
}
