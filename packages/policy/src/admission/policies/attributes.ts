import type { Json } from '../../crd/values/json.js';
import type { Resource } from '../objects/resource.js';

/** What the resource is called in one of its versions. */
export type ResourceVersion = Pick<Resource, 'group' | 'version' | 'kind' | 'plural'>;

/** The objects of a request in one version; null where there is none. */
export interface VersionedObjects {
  readonly object: Json | null;
  readonly oldObject: Json | null;
}

/** A request as policies look at it (apiserver/pkg/admission, Attributes). */
export interface Attributes extends VersionedObjects {
  readonly operation: string;
  readonly resource: ResourceVersion;
  readonly subresource: string;
  readonly name: string;
  /** Of a Namespace its own name; empty for other objects outside of namespaces. */
  readonly namespace: string;
  readonly user: string;
  readonly groups: readonly string[];
  readonly dryRun: boolean;
  /** Other versions of the resource that the server can convert its objects to. */
  readonly equivalents: readonly ResourceVersion[];
  /** The objects in such a version. */
  convert(version: ResourceVersion): VersionedObjects;
}

export function isSameVersion(a: ResourceVersion, b: ResourceVersion): boolean {
  return a.group === b.group && a.version === b.version && a.plural === b.plural;
}
