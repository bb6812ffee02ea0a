import { defineMessages } from '@podlint/messages';
import { FieldPath, type Kind } from '@podlint/model';
import type { DefaultsRecorder } from '@podlint/model/defaults';
import {
  type Context,
  type KubernetesObject,
  type ObjectMeta,
  dropDisabledFields,
  generateName,
  takeFields,
} from '@podlint/validation';
import { moduleOf } from '../module-of.js';
import type { CreateSteps } from './create-steps.js';
import { applyDefaults } from './defaults.js';
import { convertToInternal } from './internal-form.js';

const says = defineMessages('prepared-metadata', {
  'needless-namespace':
    'Objects of this kind are in no namespace, so the server silently removes the field. Remove it.',
});

type Metadata = { -readonly [Field in keyof ObjectMeta]: ObjectMeta[Field] };

/** Stands for the uid that the server makes up. */
const placeholderUid = '00000000-0000-0000-0000-000000000000';

/**
 * Makes of a decoded object what the server validates: defaults, the server's own form, the metadata that is the
 * server's own (FillObjectMetaSystemFields, apiserver/pkg/registry/rest), and what the kind's strategy prepares.
 */
export function prepareForCreate(kind: Kind, object: KubernetesObject, context: Context, steps: CreateSteps): void {
  const metadata: Metadata = (object.metadata ??= {});
  metadata.uid = placeholderUid;
  prepareStored(kind, object, context, steps);
}

/** The same for an object that was created before, and may know its uid. */
export function prepareStored(
  kind: Kind,
  object: KubernetesObject,
  context: Context,
  { recorder, admit }: CreateSteps = {},
): void {
  internalize(kind, object, context, recorder);
  const metadata: Metadata = (object.metadata ??= {});
  metadata.uid ||= placeholderUid;
  setNamespace(kind, metadata, 'default', context);
  admit?.(object);
  const { strategy } = moduleOf(kind);
  if (!metadata.name && metadata.generateName)
    metadata.name = (strategy.generateName ?? generateName)(metadata.generateName);
  if (strategy.countsGenerations) metadata.generation = 1;
  strategy.prepareForCreate?.(object, context);
}

/**
 * A manifest without a namespace takes that of the request; one of a kind outside of namespaces loses what it says
 * (EnsureObjectNamespaceMatchesRequestNamespace, apiserver/pkg/registry/rest/meta.go).
 */
function setNamespace({ scope }: Kind, metadata: Metadata, requested: string | undefined, { dropped }: Context): void {
  if (scope !== 'namespaced') {
    if (metadata.namespace)
      dropped.push({ path: FieldPath.root.child('metadata', 'namespace'), why: says['needless-namespace']() });
    delete metadata.namespace;
  } else if (!metadata.namespace && requested !== undefined) metadata.namespace = requested;
}

/** The new object with what it takes over from the stored one (BeforeUpdate, apiserver/pkg/registry/rest/update.go). */
export function prepareForUpdate(kind: Kind, object: KubernetesObject, old: KubernetesObject, context: Context): void {
  internalize(kind, object, context);
  const metadata: Metadata = (object.metadata ??= {});
  const stored = old.metadata ?? {};
  takeFields(metadata, stored, 'uid', 'generation');
  setNamespace(kind, metadata, stored.namespace, context);
  if (!metadata.name && metadata.generateName) takeFields(metadata, stored, 'name');
  if (stored.deletionTimestamp) metadata.deletionTimestamp = stored.deletionTimestamp;
  if (metadata.deletionGracePeriodSeconds === undefined) takeFields(metadata, stored, 'deletionGracePeriodSeconds');
  moduleOf(kind).strategy.prepareForUpdate?.(object, old, context);
}

/** Dropping before defaulting changes nothing in the end, and tells what the manifest sets from what is filled in. */
function internalize(kind: Kind, object: KubernetesObject, context: Context, recorder?: DefaultsRecorder): void {
  const { dropped, moved } = dropDisabledFields(kind, object, context.minor, moduleOf(kind).disabledFields);
  for (const field of dropped) context.dropped.push(field);
  for (const field of moved) context.moved.push(field);
  applyDefaults(kind, object, context.minor, recorder);
  convertToInternal(kind, object);
}
