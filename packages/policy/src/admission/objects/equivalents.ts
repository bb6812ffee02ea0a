import { convertObject, equivalentKinds } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import type { Attributes, ResourceVersion, VersionedObjects } from '../policies/attributes.js';
import type { Json } from '../../crd/values/json.js';
import { resourceOfKind, type Resource } from './resource.js';

/** The versions that the server can convert an object to, and its objects in them. */
export function equivalentVersions(
  { builtIn }: Resource,
  objects: VersionedObjects,
  minor: Minor,
): Pick<Attributes, 'equivalents' | 'convert'> {
  const others = builtIn ? equivalentKinds(builtIn) : [];
  return {
    equivalents: others.map(resourceOfKind),
    convert(version: ResourceVersion): VersionedObjects {
      const to = others.find((other) => other.version === version.version && other.group === version.group);
      if (!builtIn || !to) return objects;
      const converted = (object: Json | null): Json | null => object && convertObject(object, builtIn, to, minor);
      return { object: converted(objects.object), oldObject: converted(objects.oldObject) };
    },
  };
}
