import type { Overload } from '../environment.js';
import { isDynamic, type CelType } from '../types.js';
import { isMap, keysOf, findInMap, sizeOfMap } from '../values/map.js';
import { typeOf } from '../values/type-of.js';
import { adapted, Failure, type Value } from '../values/value.js';

/** Whether an overload takes these values (OverloadDecl.matchesRuntimeSignature). */
export function takesValues({ args }: Overload, values: readonly Value[]): boolean {
  return args.length === values.length && args.every((type, at) => takesValue(type, values[at]!));
}

/** Type.IsAssignableRuntimeType: of a list or map only the first item is looked at. */
function takesValue(type: CelType, value: Value): boolean {
  if (isDynamic(type) || type.kind === 'parameter') return true;
  if (type.name !== typeOf(value).name) return type.nullable && value === null;
  if (type.kind === 'list' && Array.isArray(value))
    return value.length === 0 || takesValue(type.parameters[0]!, adapted(value[0]));
  if (type.kind === 'map' && isMap(value) && sizeOfMap(value) > 0) {
    const key = keysOf(value)[0]!;
    const item = findInMap(value, key) ?? null;
    return takesValue(type.parameters[0]!, key) && !(item instanceof Failure) && takesValue(type.parameters[1]!, item);
  }
  return true;
}
