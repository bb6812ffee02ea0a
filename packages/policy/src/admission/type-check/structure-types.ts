import { structureFields, type StructureField } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import type { Library, ObjectType } from '../../cel/environment.js';
import {
  boolType,
  bytesType,
  doubleType,
  dynType,
  intType,
  listOf,
  mapOf,
  objectType,
  stringType,
  timestampType,
  type CelType,
} from '../../cel/types.js';
import { escapedName, isReserved } from '../../crd/rules/escape.js';

/** In front of the names of types, which no expression can write. */
const prefix = 'structure@';

/** What else a field can hold, such as a quantity or any JSON, is of no type that is known beforehand. */
const plainTypes: ReadonlyMap<string, CelType> = new Map([
  ['string', stringType],
  ['int32', intType],
  ['int64', intType],
  ['boolean', boolType],
  ['number', doubleType],
  ['bytes', bytesType],
  ['time', timestampType],
  ['micro-time', timestampType],
  ['strings', listOf(stringType)],
]);

/** The type of an object of a built-in kind, as the structure has it (apiserver/pkg/cel/common/schemas.go). */
export function typeOfDefinition(definition: string): CelType {
  return objectType(`${prefix}${definition}`);
}

/** Knows the fields of these types. */
export function structureLibrary(minor: Minor): Library {
  const known = new Map<string, ObjectType | undefined>();
  return {
    resolveObject: (name) => {
      if (!name.startsWith(prefix)) return undefined;
      if (!known.has(name)) known.set(name, objectOf(name, minor));
      return known.get(name);
    },
  };
}

function objectOf(name: string, minor: Minor): ObjectType | undefined {
  const fields = structureFields(name.slice(prefix.length), minor);
  if (fields.length === 0) return undefined;
  const types = new Map(fields.map((field) => [escapedName(field.name), typeOfField(field, minor)]));
  return {
    name,
    field: (field) => types.get(field) ?? (isReserved(field) ? types.get(`__${field}__`) : undefined),
    fieldNames: () => [...types.keys()].filter((field) => field !== undefined),
  };
}

function typeOfField({ type, shape }: StructureField, minor: Minor): CelType {
  const own = plainTypes.get(type) ?? (structureFields(type, minor).length > 0 ? typeOfDefinition(type) : dynType);
  if (shape === 'list') return listOf(own);
  return shape === 'map' ? mapOf(stringType, own) : own;
}
