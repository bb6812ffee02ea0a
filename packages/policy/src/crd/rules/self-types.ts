import type { ObjectType } from '../../cel/environment.js';
import { listOf, mapOf, objectType, stringType, type CelType } from '../../cel/types.js';
import type { DeclType } from './decl-type.js';
import { isReserved } from './escape.js';

export interface SelfTypes {
  readonly self: CelType;
  readonly objects: readonly ObjectType[];
}

/** Names the objects within a type, so that the checker knows their fields (MaybeAssignTypeName). */
export function selfTypesOf(decl: DeclType): SelfTypes {
  const objects: ObjectType[] = [];
  return { self: celTypeOf(decl, 'selfType', objects), objects };
}

function celTypeOf(decl: DeclType, name: string, objects: ObjectType[]): CelType {
  switch (decl.kind) {
    case 'simple':
      return decl.type;
    case 'list':
      return listOf(celTypeOf(decl.element, `${name}.@idx`, objects));
    case 'map':
      return mapOf(stringType, celTypeOf(decl.element, `${name}.@elem`, objects));
    case 'object':
      objects.push(objectTypeOf(decl.fields, name, objects));
      return objectType(name);
  }
}

function objectTypeOf(fields: ReadonlyMap<string, DeclType>, name: string, objects: ObjectType[]): ObjectType {
  const types = new Map([...fields].map(([field, decl]) => [field, celTypeOf(decl, `${name}.${field}`, objects)]));
  return {
    name,
    field: (field) => types.get(field) ?? (isReserved(field) ? types.get(`__${field}__`) : undefined),
    fieldNames: () => types.keys(),
  };
}
