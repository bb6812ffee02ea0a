import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodedAt, findings } from './kit.js';

const head =
  'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  versions:\n  - name: v1\n    schema:\n      openAPIV3Schema: ';
const place = ['spec', 'versions', 0, 'schema', 'openAPIV3Schema'] as const;
const at = 'spec.versions[0].schema.openAPIV3Schema';

describe('a JSON schema', () => {
  test('has the fields that it has, at any depth', () => {
    assert.deepEqual(findings(`${head}{properties: {a: {properties: {b: {minimum: 0.5}}}}}`), []);
    assert.deepEqual(findings(`${head}{properties: {a: {properties: {b: {foo: 1}}}}}`), [
      `schema/unknown-field ${at}.properties[a].properties[b].foo`,
    ]);
    assert.deepEqual(findings(`${head}{not: {minimum: a}}`), [`schema/wrong-type ${at}.not.minimum`]);
  });

  test('that may be something else is read leniently', () => {
    assert.deepEqual(findings(`${head}{items: {foo: 1}, additionalProperties: {foo: 1}}`), []);
    assert.deepEqual(findings(`${head}{items: 1, additionalProperties: true}`), []);
    assert.deepEqual(findings(`${head}{additionalProperties: 1}`), [`schema/wrong-type ${at}.additionalProperties`]);
    assert.deepEqual(findings(`${head}{dependencies: {a: [b, 1]}}`), [`schema/wrong-type ${at}.dependencies[a]`]);
  });

  test('has the place of a wrong type inside of what is read leniently', () => {
    assert.deepEqual(findings(`${head}{items: {properties: {a: {items: {minLength: b}}}}}`), [
      `schema/wrong-type ${at}.items.properties[a].items.minLength`,
    ]);
    assert.deepEqual(findings(`${head}{items: [{}, {type: 1}]}`), [`schema/wrong-type ${at}.items[1].type`]);
  });

  test('becomes what Go makes of it', () => {
    const schema = `{items: {foo: 1, properties: {a: null}, enum: [null, 1]}, additionalProperties: {default: null}, dependencies: {a: [null]}}`;
    assert.deepEqual(decodedAt(head + schema, ...place), {
      items: { properties: { a: {} }, enum: [null, 1] },
      additionalProperties: {},
      dependencies: { a: [''] },
    });
  });
});
