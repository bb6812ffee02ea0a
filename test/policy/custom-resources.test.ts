import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeCustomObject, judgeDefinition, type CustomObjectVerdict } from 'podlint/policy';

/** A definition with this schema of `spec`. */
function definitionOf(spec: object, more: object = {}): object {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'things.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { plural: 'things', kind: 'Thing' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
          ...more,
        },
      ],
    },
  };
}

const objectOf = (spec: unknown): object => ({
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name: 'a' },
  spec,
});

function judge(schema: object, spec: unknown, old?: unknown): CustomObjectVerdict {
  const request = { definition: definitionOf(schema), version: 'v1', object: objectOf(spec) };
  return judgeCustomObject(
    old === undefined ? { ...request, op: 'create' } : { ...request, op: 'update', old: objectOf(old) },
  );
}

const fieldsOf = ({ errors = [] }: CustomObjectVerdict): readonly string[] =>
  errors.map(({ type, field }) => `${type} ${field}`);
const fields = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });

describe('judgeCustomObject', () => {
  test('removes what the schema does not name, and says so', () => {
    const verdict = judge(fields({ a: { type: 'string' } }), { a: 'x', b: { c: 1 } });
    assert.equal(verdict.verdict, 'reject');
    assert.deepEqual(verdict.unknown, ['spec.b']);
    assert.deepEqual(verdict.effective?.['spec'], { a: 'x' });
  });

  test('fills in defaults, also in what a default made', () => {
    const inner = fields({ b: { type: 'integer', default: 2 } }, { default: {} });
    assert.deepEqual(judge(fields({ a: inner }), {}).effective?.['spec'], { a: { b: 2 } });
  });

  test('takes null away where it is not allowed, and keeps it where it is', () => {
    const schema = fields({ a: { type: 'string' }, b: { type: 'string', nullable: true } });
    assert.deepEqual(judge(schema, { a: null, b: null }).effective?.['spec'], { b: null });
  });

  test('finds duplicates by the keys of a list that is a map', () => {
    const item = fields({ name: { type: 'string' }, port: { type: 'integer' } }, { required: ['name'] });
    const list = {
      type: 'array',
      items: item,
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    };
    const verdict = judge(fields({ l: list }), { l: [{ name: 'a' }, { name: 'b' }, { name: 'a', port: 1 }] });
    assert.deepEqual(fieldsOf(verdict), ['FieldValueDuplicate spec.l[2]']);
  });

  test('does not run rules on what has the wrong type', () => {
    const schema = fields({ n: { type: 'integer' } }, { 'x-kubernetes-validations': [{ rule: 'self.n > 0' }] });
    assert.deepEqual(fieldsOf(judge(schema, { n: 0 })), ['FieldValueInvalid spec']);
    assert.deepEqual(fieldsOf(judge(schema, { n: 'x' })), ['FieldValueTypeInvalid spec.n', 'FieldValueInvalid <nil>']);
  });

  test('gives a failed rule its reason and field', () => {
    const rule = { rule: 'has(self.a)', reason: 'FieldValueRequired', fieldPath: '.a' };
    const schema = fields({ a: { type: 'string' } }, { 'x-kubernetes-validations': [rule] });
    assert.deepEqual(fieldsOf(judge(schema, {})), ['FieldValueRequired spec.a']);
  });

  test('compares with the former object', () => {
    const a = { type: 'string', 'x-kubernetes-validations': [{ rule: 'self == oldSelf' }] };
    assert.equal(judge(fields({ a }), { a: 'x' }).verdict, 'accept');
    assert.deepEqual(fieldsOf(judge(fields({ a }), { a: 'x' }, { a: 'y' })), ['FieldValueInvalid spec.a']);
  });

  test('lets stay what was wrong before and has not changed', () => {
    const schema = fields({ a: { type: 'string', maxLength: 2 }, b: { type: 'string' } });
    assert.equal(judge(schema, { a: 'long', b: 'new' }, { a: 'long', b: 'old' }).verdict, 'accept');
    assert.deepEqual(fieldsOf(judge(schema, { a: 'longer' }, { a: 'long' })), ['FieldValueTooLong spec.a']);
  });

  test('takes lists that are sets for equal in any order', () => {
    const list = { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' };
    const l = { ...list, 'x-kubernetes-validations': [{ rule: 'self == oldSelf' }] };
    assert.equal(judge(fields({ l }), { l: ['a', 'b'] }, { l: ['b', 'a'] }).verdict, 'accept');
  });

  test('judges only versions that are served', () => {
    const request = { definition: definitionOf(fields({})), object: objectOf({}), op: 'create' as const };
    assert.equal(judgeCustomObject({ ...request, version: 'v2' }).verdict, 'unserved');
    const definition = definitionOf(fields({}), { served: false });
    assert.equal(judgeCustomObject({ ...request, definition, version: 'v1' }).verdict, 'unserved');
  });
});

describe('strangers\u2019 names and values', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'];
  const parse = (text: string): object => JSON.parse(text) as object;

  for (const name of names) {
    test(`a field called ${name} is unknown, known and defaulted as others are`, () => {
      const spec = parse(`{"${name}": "x"}`);
      assert.deepEqual(judge(fields({}), spec).unknown, [`spec.${name}`]);
      const schema = fields(parse(`{"${name}": {"type": "string", "default": "d"}}`));
      assert.deepEqual(Object.entries(judge(schema, {}).effective?.['spec'] ?? {}), [[name, 'd']]);
      assert.deepEqual(fieldsOf(judge(schema, parse(`{"${name}": 1}`))), [`FieldValueTypeInvalid spec.${name}`]);
      const missing = fields({}, { required: [name] });
      assert.deepEqual(fieldsOf(judge(missing, {})), [`FieldValueRequired spec.${name}`]);
    });

    test(`a rule sees a key called ${name}`, () => {
      const rule = { rule: `!('${name}' in self)` };
      const map = { type: 'object', additionalProperties: { type: 'string' }, 'x-kubernetes-validations': [rule] };
      assert.equal(judge(map, {}).verdict, 'accept');
      assert.equal(judge(map, parse(`{"${name}": "x"}`)).verdict, 'reject');
    });
  }

  test('values of any shape are judged', () => {
    for (const value of [null, 1, 'x', true, [], {}, [[]], { spec: null }]) {
      for (const part of [{ definition: {} }, { object: value }, { definition: { spec: value } }])
        judgeCustomObject({ definition: definitionOf(fields({})), op: 'create', version: 'v1', object: {}, ...part });
      judgeDefinition(value);
      judgeDefinition({ ...definitionOf(fields({})), spec: value });
      judgeDefinition(definitionOf({ type: 'object', properties: value, allOf: value, items: value, enum: value }));
    }
  });

  test('a pattern takes linear time, and rules end within their budget', () => {
    const before = performance.now();
    const pattern = { type: 'string', pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' };
    assert.equal(judge(fields({ a: pattern }), { a: `${'a'.repeat(5000)}!` }).verdict, 'reject');
    const loops = 'self.all(a, self.all(b, self.all(c, self.all(d, a + b + c + d >= 0))))';
    const list = { type: 'array', items: { type: 'integer' }, 'x-kubernetes-validations': [{ rule: loops }] };
    const verdict = judge(fields({ l: list }), { l: Array.from({ length: 200 }, (_, at) => at) });
    assert.deepEqual(fieldsOf(verdict), ['FieldValueInvalid spec.l']);
    assert.ok(performance.now() - before < 20_000);
  });
});

describe('judgeDefinition', () => {
  const faults = (spec: object): readonly string[] =>
    (judgeDefinition(definitionOf(spec)).errors ?? []).map(({ type, field }) => `${type} ${field}`);
  const root = 'spec.validation.openAPIV3Schema';

  test('takes a structural schema', () => {
    assert.equal(judgeDefinition(definitionOf(fields({ a: { type: 'string' } }))).verdict, 'accept');
  });

  test('says where in the manifest the field is that the server names', () => {
    const [error] = judgeDefinition(definitionOf(fields({ a: {} }))).errors ?? [];
    assert.equal(error?.field, `${root}.properties[spec].properties[a].type`);
    const place = 'spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[a].type';
    assert.equal(error.at.toString(), place);
  });

  test('refuses defaults that do not fit', () => {
    assert.deepEqual(faults(fields({ a: { type: 'integer', default: 'x' } })), [
      `FieldValueTypeInvalid ${root}.properties[spec].properties[a].default`,
    ]);
  });

  test('refuses a rule that may cost too much, unless the schema has bounds', () => {
    const rule = { rule: 'self.all(x, self.all(y, x == y))' };
    const list = { type: 'array', items: { type: 'string' }, 'x-kubernetes-validations': [rule] };
    assert.ok(faults(fields({ l: list })).some((fault) => fault.startsWith('FieldValueForbidden')));
    assert.deepEqual(faults(fields({ l: { ...list, maxItems: 10, items: { type: 'string', maxLength: 10 } } })), []);
  });

  test('lets a field be called like a word of CEL', () => {
    const rules = [{ rule: "self.namespace == '' && self.__namespace__ == ''" }];
    const schema = fields({ namespace: { type: 'string' } }, { 'x-kubernetes-validations': rules });
    assert.deepEqual(faults(schema), []);
    assert.equal(judge(schema, { namespace: '' }).verdict, 'accept');
  });
});
