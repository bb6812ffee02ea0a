import { own, setOwn } from '@podlint/plain';
import { isObject, type Json } from '../values/json.js';

const generatedSuffix = 'xxxxx';
/** Set by the server alone. */
const systemFields = [
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'generation',
  'selfLink',
] as const;

/** What the server fills in of a new object (apiserver/pkg/registry/rest, BeforeCreate). */
export function fillSystemFields(object: Json, namespaced: boolean): void {
  const metadata = metadataOf(object);
  for (const name of systemFields) Reflect.deleteProperty(metadata, name);
  fillNamespace(metadata, namespaced);
  const { name, generateName } = metadata;
  if (!name && typeof generateName === 'string') setOwn(metadata, 'name', generateName + generatedSuffix);
}

/** What it takes over from the old object in an update (BeforeUpdate). */
export function keepSystemFields(object: Json, old: Json, namespaced: boolean): void {
  const metadata = metadataOf(object);
  for (const name of systemFields) keep(metadata, metadataOf(old), name);
  fillNamespace(metadata, namespaced);
}

function keep(metadata: Json, old: Json, name: string): void {
  const value = own(old, name);
  if (value === undefined) Reflect.deleteProperty(metadata, name);
  else setOwn(metadata, name, value);
}

/**
 * The namespace of the request is that of the object, and none for a kind outside of namespaces
 * (EnsureObjectNamespaceMatchesRequestNamespace, apiserver/pkg/registry/rest/meta.go).
 */
function fillNamespace(metadata: Json, namespaced: boolean): void {
  if (!namespaced) Reflect.deleteProperty(metadata, 'namespace');
  else if (metadata['namespace'] === undefined) setOwn(metadata, 'namespace', 'default');
}

/** The object without what only a server knows, and without a namespace that nobody named. */
export function answered(object: Json): Json {
  const { namespace, ...rest } = metadataOf(object);
  for (const system of [...systemFields, 'resourceVersion']) Reflect.deleteProperty(rest, system);
  const isNamed = namespace !== undefined && namespace !== 'default';
  return { ...object, metadata: { ...rest, ...(isNamed && { namespace }) } };
}

function metadataOf(object: Json): Json {
  const metadata = own(object, 'metadata');
  if (isObject(metadata)) return metadata;
  setOwn(object, 'metadata', {});
  return metadataOf(object);
}
