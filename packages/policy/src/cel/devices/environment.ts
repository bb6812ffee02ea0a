import type { Environment, ObjectType } from '../environment.js';
import { environmentOf } from '../kubernetes.js';
import { bindingsLibrary } from '../library/bindings.js';
import { quantityType } from '../library/quantity.js';
import { anyType, boolType, mapOf, objectType, stringType, type CelType } from '../types.js';

const deviceType = objectType('kubernetes.DRADevice');

/** Attributes and capacities by domain and name. */
const byDomain = (value: CelType): CelType => mapOf(stringType, mapOf(stringType, value));

const fields = new Map([
  ['driver', stringType],
  ['attributes', byDomain(anyType)],
  ['capacity', byDomain(quantityType)],
]);
const fieldsOfShared = new Map([...fields, ['allowMultipleAllocations', boolType]]);

function deviceWith(known: ReadonlyMap<string, CelType>): ObjectType {
  return { name: deviceType.name, field: (name) => known.get(name), fieldNames: () => known.keys() };
}

/** What is known of a device that only one claim can have, and of one that several can share. */
export const plainDevice = deviceWith(fields);
export const sharedDevice = deviceWith(fieldsOfShared);

/**
 * What an expression that selects devices may use (k8s.io/dynamic-resource-allocation/cel/compile.go, newCompiler).
 * Attributes with several values, and `includes` for them, are off by default in every version.
 * @param minor of the libraries
 */
export function deviceEnvironment(minor: number, device: ObjectType): Environment {
  return environmentOf(minor).extend({ ...bindingsLibrary, objects: [device] }, { device: deviceType });
}
