import { defineMessages } from '@podlint/messages';
import { declare, overload, type Library, type ObjectType } from '../environment.js';
import { typed } from '../library/typed.js';
import { dynType, objectType, stringType, type CelType } from '../types.js';
import { equal } from '../values/equal.js';
import { Failure, Opaque, type Value } from '../values/value.js';

const says = defineMessages('patch-value', {
  'patch-field': 'the field {field} of a JSONPatch takes a text',
});

export const patchedObjectType = objectType('Object');
export const jsonPatchType = objectType('JSONPatch');

/** What `Object.spec{...}` makes (cel/mutation/dynamic/objects.go, ObjectVal). */
export class PatchObject extends Opaque {
  override readonly type: CelType;

  constructor(
    readonly name: string,
    readonly fields: ReadonlyMap<string, Value>,
  ) {
    super();
    this.type = objectType(name);
  }

  override equals(other: Value): boolean {
    return other instanceof PatchObject && other.name === this.name && sameFields(this.fields, other.fields);
  }

  override toString(): string {
    return this.name;
  }
}

/** What `JSONPatch{...}` makes (cel/mutation/jsonpatch.go, JSONPatchVal). */
export class PatchOperation extends Opaque {
  override readonly type = jsonPatchType;

  constructor(readonly fields: ReadonlyMap<string, Value>) {
    super();
  }

  override equals(other: Value): boolean {
    return other instanceof PatchOperation && sameFields(this.fields, other.fields);
  }

  override toString(): string {
    return this.type.name;
  }
}

function sameFields(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean {
  return (
    a.size === b.size && [...a].every(([name, value]) => b.has(name) && equal(value, b.get(name) ?? null) === true)
  );
}

/** Of such an object any field may be set: `Object{spec: Object.spec{replicas: 3}}` (cel/mutation/typeresolver.go). */
function resolveObject(name: string): ObjectType | undefined {
  if (name !== 'Object' && !name.startsWith('Object.')) return undefined;
  return { name, field: () => dynType, construct: (fields) => new PatchObject(name, new Map(fields)) };
}

const texts = ['op', 'path', 'from'];

const jsonPatch: ObjectType = {
  name: 'JSONPatch',
  field: (name) => (texts.includes(name) ? stringType : name === 'value' ? dynType : undefined),
  fieldNames: () => [...texts, 'value'],
  construct: (fields) => {
    const wrong = texts.find((field) => fields.has(field) && typeof fields.get(field) !== 'string');
    return wrong === undefined
      ? new PatchOperation(new Map(fields))
      : new Failure(says['patch-field']({ field: wrong }));
  },
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
