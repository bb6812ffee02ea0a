import { admissionRequest, namespaceValue } from '../../cel/admission/values.js';
import { adapted, type JsonObject, type Value } from '../../cel/values/value.js';
import type { Json } from '../../crd/values/json.js';
import type { Attributes, ResourceVersion, VersionedObjects } from './attributes.js';

/** What the names of a policy's expressions stand for, besides its variables. */
export interface PolicyInputs {
  readonly attributes: Attributes;
  /** The version in which the policy looks at the object. */
  readonly as: ResourceVersion;
  readonly objects: VersionedObjects;
  readonly params: Json | null;
  /** Null for objects outside of namespaces. */
  readonly namespace: Json | null;
}

/** newActivation, plugin/cel/activation.go; `named`: the version that the request says it matched. */
export function inputsOf(
  { attributes, as, objects, params, namespace }: PolicyInputs,
  named: Pick<ResourceVersion, 'group' | 'version' | 'plural'> = as,
): ReadonlyMap<string, Value> {
  return new Map<string, Value>([
    ['object', adapted(objects.object)],
    ['oldObject', adapted(objects.oldObject)],
    ['params', adapted(params)],
    ['namespaceObject', namespaceValue(namespace ?? undefined)],
    ['request', requestValue(attributes, as, named)],
  ]);
}

/** CreateAdmissionRequest. */
function requestValue(
  attributes: Attributes,
  as: ResourceVersion,
  named: Pick<ResourceVersion, 'group' | 'version' | 'plural'>,
): JsonObject {
  const { resource, subresource, name, namespace, operation, user, groups, dryRun } = attributes;
  const { group, version, kind, plural } = resource;
  const request = admissionRequest({
    ...{ group, version, kind, resource: plural, subresource, name, namespace, operation, groups, dryRun },
    username: user,
  });
  return {
    ...request,
    kind: { group: as.group, version: as.version, kind: as.kind },
    resource: { group: named.group, version: named.version, resource: named.plural },
  };
}
