import type { Environment, ObjectType } from '../cel/environment.js';
import { typeOfDefinition } from '../admission/type-check/structure-types.js';
import { dynType, objectType, stringType, isOptionalType, type CelType } from '../cel/types.js';

/** How a type is called that users never write: by its last part, or not at all. */
export function shownType(type: CelType): string {
  const { kind, name, parameters } = type;
  if (kind === 'struct') return shownName(name);
  if (kind === 'parameter') return name;
  const own = shortNames.get(name) ?? name.replace(/^kubernetes\./, '');
  return parameters.length === 0 ? own : `${own}(${parameters.map(shownType).join(', ')})`;
}

const shortNames: ReadonlyMap<string, string> = new Map([
  ['google.protobuf.Duration', 'duration'],
  ['google.protobuf.Timestamp', 'timestamp'],
  ['google.protobuf.Any', 'any'],
  ['null_type', 'null'],
  ['optional_type', 'optional'],
]);

function shownName(name: string): string {
  return /^(?:selfType|any@)/.test(name)
    ? 'object'
    : name.slice(Math.max(name.lastIndexOf('.'), name.indexOf('@')) + 1);
}

/** The definition in the structure that a type of an object stands for. */
export function definitionOfType({ kind, name }: CelType): string | undefined {
  return kind === 'struct' && name.startsWith('structure@') ? name.slice('structure@'.length) : undefined;
}

/** An object of a kind that nobody knows: what every object has. */
export const anyObjectType = objectType('any@object');

const fieldsOfAny: ReadonlyMap<string, CelType> = new Map([
  ['apiVersion', stringType],
  ['kind', stringType],
  ['metadata', typeOfDefinition('meta.v1.ObjectMeta')],
  ['spec', dynType],
  ['status', dynType],
]);

export const anyObject: ObjectType = {
  name: anyObjectType.name,
  // Whatever else is asked for may be there.
  field: (name) => fieldsOfAny.get(name) ?? dynType,
  fieldNames: () => fieldsOfAny.keys(),
};

/** Whether a value of a type can be given where another one is asked for, as far as that is known. */
export function canBe(type: CelType, wanted: CelType): boolean {
  if ([type, wanted].some(({ kind }) => kind === 'dyn' || kind === 'any' || kind === 'parameter')) return true;
  if (
    type.kind !== wanted.kind ||
    (type.kind === 'struct' || type.kind === 'opaque' ? type.name !== wanted.name : false)
  )
    return false;
  return wanted.parameters.every((parameter, at) => canBe(type.parameters[at] ?? dynType, parameter));
}

/** An object of a type, as it is or as an optional has it. */
export function objectIn(type: CelType, environment: Environment): ObjectType | undefined {
  const inner = isOptionalType(type) ? type.parameters[0] : type;
  return inner?.kind === 'struct' ? environment.findObject(inner.name) : undefined;
}
