import type { ObjectType } from '../../cel/environment.js';
import { dynType, type CelType } from '../../cel/types.js';
import { declTypeOf } from '../../crd/rules/decl-type.js';
import { selfTypesOf, type SelfTypes } from '../../crd/rules/self-types.js';
import { readSchema } from '../../crd/schema/read-schema.js';
import { typeOfDefinition } from '../../admission/type-check/structure-types.js';

/** What a rule of a schema sees as `self`. `isRoot`: the schema of a whole object. */
export function selfOf(raw: unknown, isRoot: boolean): SelfTypes {
  const schema = readSchema(raw);
  const decl = schema && declTypeOf(schema, isRoot || schema.embeddedResource);
  return decl ? selfTypesOf(decl) : { self: dynType, objects: [] };
}

/** The type of a whole custom object for a policy, which sees all of its metadata. */
export function objectOfSchema(raw: unknown): { readonly object: CelType; readonly objects: readonly ObjectType[] } {
  const { self, objects } = selfOf(raw, true);
  return { object: self, objects: objects.map((one) => (one.name === self.name ? withMetadata(one) : one)) };
}

function withMetadata(type: ObjectType): ObjectType {
  const metadata = typeOfDefinition('meta.v1.ObjectMeta');
  return { ...type, field: (name) => (name === 'metadata' ? metadata : type.field(name)) };
}
