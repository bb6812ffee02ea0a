import { declare, overload, type Library, type ObjectType } from '../environment.js';
import { typed } from '../library/typed.js';
import { dynType, objectType, stringType } from '../types.js';

export const patchedObjectType = objectType('Object');
export const jsonPatchType = objectType('JSONPatch');

/** Of such an object any field may be set: `Object{spec: Object.spec{replicas: 3}}` (cel/mutation/typeresolver.go). */
function resolveObject(name: string): ObjectType | undefined {
  return name === 'Object' || name.startsWith('Object.') ? { name, field: () => dynType } : undefined;
}

const jsonPatch: ObjectType = {
  name: 'JSONPatch',
  field: (name) => (['op', 'path', 'from'].includes(name) ? stringType : name === 'value' ? dynType : undefined),
};

function escapeKey(key: string): string {
  return key.replace(/[~/]/g, (letter) => (letter === '~' ? '~0' : '~1'));
}

/** What mutations are made of, for expressions that give one (cel/mutation, cel/library/jsonpatch.go). */
export const patchLibrary: Library = {
  functions: [
    declare(
      'jsonpatch.escapeKey',
      overload('string_jsonpatch_escapeKey_string', [stringType], stringType, typed(escapeKey)),
    ),
  ],
  objects: [jsonPatch],
  resolveObject,
};
