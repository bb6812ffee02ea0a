import { findKind, isClusterScoped, type Kind } from '@podlint/model';
import { own } from '@podlint/plain';
import { isObject, type Json } from '../../crd/values/json.js';

/** Which resource an object is of, as requests name it. */
export interface Resource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** Undefined for kinds that are defined by a CustomResourceDefinition, or not judged. */
  readonly builtIn: Kind | undefined;
}

/** The resource of an object; the plural of an unknown kind is guessed as upstream does (UnsafeGuessKindToResource). */
export function resourceOf(object: Json): Resource {
  const apiVersion = textAt(object, 'apiVersion');
  const kind = textAt(object, 'kind');
  const builtIn = findKind(apiVersion, kind);
  if (builtIn) return resourceOfKind(builtIn);
  const slash = apiVersion.lastIndexOf('/');
  const group = apiVersion.slice(0, Math.max(slash, 0));
  const version = apiVersion.slice(slash + 1);
  const namespaced = textAt(metadataOf(object), 'namespace') !== '' && !isClusterScoped(kind);
  return { group, version, kind, plural: guessedPlural(kind), namespaced, builtIn: undefined };
}

export function resourceOfKind(builtIn: Kind): Resource {
  const { group, version, kind, plural, scope } = builtIn;
  return { group, version, kind, plural, namespaced: scope === 'namespaced', builtIn };
}

function guessedPlural(kind: string): string {
  const name = kind.toLowerCase();
  if (name.endsWith('s')) return `${name}es`;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}

export function metadataOf(object: Json): Json {
  const metadata = own(object, 'metadata');
  return isObject(metadata) ? metadata : {};
}

export function textAt(object: Json, name: string): string {
  const value = own(object, name);
  return typeof value === 'string' ? value : '';
}

type Labels = Readonly<Record<string, string | undefined>>;

export function labelsOf(object: Json): Labels {
  const labels = own(metadataOf(object), 'labels');
  return isObject(labels) ? (labels as Labels) : {};
}

/** The namespace of a request about an object: of a Namespace its own name; empty for others outside of namespaces. */
export function namespaceOf(object: Json, { group, plural, namespaced }: Resource): string {
  const metadata = metadataOf(object);
  if (group === '' && plural === 'namespaces') return textAt(metadata, 'name');
  return namespaced ? textAt(metadata, 'namespace') || 'default' : '';
}
