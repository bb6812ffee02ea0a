import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter } from 'podlint';
import { decodedObject, stored, type Json } from './effective-kit.js';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

// A linter brings what judges schemas with it.
createLinter();

const kind = 'CustomResourceDefinition';
const rootPath = 'spec.validation.openAPIV3Schema';
const schemaPath = `${rootPath}.properties[spec].properties[a]`;

const schema = (root: Fields): Fields => ({ openAPIV3Schema: { type: 'object', ...root } });
const version = (fields: Fields): Fields => ({
  name: 'v1',
  served: true,
  storage: true,
  schema: schema({}),
  ...fields,
});
const whole = { group: 'example.com', scope: 'Namespaced', names: { plural: 'tasks', kind: 'Task' } };
const versions = (...list: readonly Fields[]): Fields => ({ spec: { ...whole, versions: list.map(version) } });
const spec = (fields: Fields): Fields => ({ spec: { ...whole, versions: [version({})], ...fields } });
const field = (a: Fields): Fields =>
  versions({ schema: schema({ properties: { spec: { type: 'object', properties: { a } } } }) });
const base = { metadata: { name: 'tasks.example.com' }, ...spec({}) };

testCreate(kind, base, {
  names: [
    [{ metadata: { name: 'task' } }, ['Invalid metadata.name']],
    [{ metadata: { generateName: 'tasks-' } }, ['Invalid metadata.generateName', 'Invalid metadata.name']],
    [spec({ group: 'example' }), ['Invalid metadata.name', 'Invalid spec.group']],
    [spec({ scope: 'Everywhere' }), ['NotSupported spec.scope']],
  ],
  versions: [
    [spec({ versions: [] }), ['Invalid spec.versions', 'Invalid status.storedVersions']],
    [versions({ storage: false }), ['Invalid spec.versions', 'Invalid status.storedVersions']],
    [versions({}, { name: 'v2', storage: false }), []],
    [versions({ schema: undefined }), ['Required spec.versions[0].schema.openAPIV3Schema']],
  ],
  schemas: [
    [field({}), [`Required ${schemaPath}.type`]],
    [field({ type: 'array' }), [`Required ${schemaPath}.items`]],
    [field({ 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] }), []],
    [field({ 'x-kubernetes-int-or-string': true, anyOf: [{ id: '', type: 'integer' }, { type: 'string' }] }), []],
    [
      field({ 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'string' }, { type: 'integer' }] }),
      [`Forbidden ${schemaPath}.anyOf[0].type`, `Forbidden ${schemaPath}.anyOf[1].type`],
    ],
    [field({ type: 'string', default: 'a', maxLength: 1 }), []],
    [field({ type: 'string', default: 'ab', maxLength: 1 }), [`TooLong ${schemaPath}.default`]],
    [field({ type: 'string', 'x-kubernetes-validations': [{ rule: 'self == "a"' }] }), []],
    [
      field({ type: 'string', 'x-kubernetes-validations': [{ rule: 'self == 1' }] }),
      [`Invalid ${schemaPath}.x-kubernetes-validations[0].rule`],
    ],
  ],
  'numbers that do not fit their format, of which older versions see the type alone': [
    [
      field({ type: 'integer', format: 'int32', default: 1.5 }),
      [`Invalid ${schemaPath}.default`, `TypeInvalid ${schemaPath}.default`],
    ],
    [field({ type: 'integer', format: 'int32', default: 1.5 }), [`TypeInvalid ${schemaPath}.default`], 35],
    [field({ type: 'integer', format: 'int32', default: 2 ** 31 }), [`Invalid ${schemaPath}.default`]],
    [field({ type: 'integer', format: 'int32', default: 2 ** 31 }), [], 35],
  ],
});

testUpdate(kind, base, {
  'a version that may be stored has to stay': [
    [spec({}), versions({ storage: false }, { name: 'v2' }), []],
    [spec({}), versions({ name: 'v2' }), ['Invalid status.storedVersions[0]']],
  ],
  'only a new approval is looked at': [
    [
      {
        metadata: { name: 'tasks.a.k8s.io', annotations: { 'api-approved.kubernetes.io': 'unapproved' } },
        ...spec({ group: 'a.k8s.io' }),
      },
      {
        metadata: { name: 'tasks.a.k8s.io', annotations: { 'api-approved.kubernetes.io': 'no' } },
        ...spec({ group: 'a.k8s.io' }),
      },
      ['Invalid metadata.annotations[api-approved.kubernetes.io]'],
    ],
  ],
});

test(`${kind}: fields behind gates, and formats that the server does not know`, () => {
  const optional = { rule: 'self == "a"', optionalOldSelf: true };
  const rules = { ...base, ...field({ type: 'string', 'x-kubernetes-validations': [optional] }) };
  const place = 'spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.a';
  assert.deepEqual(remarks(kind, rules, 29).dropped, [`${place}.x-kubernetes-validations[0].optionalOldSelf`]);
  assert.deepEqual(remarks(kind, rules, 30).dropped, []);
  const selectable = {
    selectableFields: [{ jsonPath: '.spec.a' }],
    schema: schema({ properties: { spec: { type: 'object', properties: { a: { type: 'string' } } } } }),
  };
  assert.deepEqual(remarks(kind, { ...base, ...versions(selectable) }, 30).dropped, [
    'spec.versions[0].selectableFields',
  ]);
  const formats = { ...base, ...field({ type: 'array', items: { type: 'integer', format: 'date' } }) };
  assert.deepEqual(remarks(kind, formats).warnings, [`${place}.items.format`]);
  assert.deepEqual(remarks(kind, formats, 34).warnings, []);
});

test(`${kind}: what is stored has its defaults, and empty values where they say something`, () => {
  const { object } = decodedObject(
    JSON.stringify({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind,
      ...base,
      ...field({ type: 'string', default: '', enum: [null, ''], nullable: true }),
    }),
  );
  const stayed = stored(object)['spec'] as Json & { versions: [{ schema: Json }] };
  assert.deepEqual(stayed['names'], { plural: 'tasks', singular: 'task', kind: 'Task', listKind: 'TaskList' });
  assert.deepEqual(stayed['conversion'], { strategy: 'None' });
  const { openAPIV3Schema } = stayed.versions[0].schema as { openAPIV3Schema: { properties: { spec: Json } } };
  assert.deepEqual(openAPIV3Schema.properties.spec['properties'], {
    a: { type: 'string', default: '', enum: [null, ''], nullable: true },
  });
});
