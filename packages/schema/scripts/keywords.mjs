// The ajv keywords that say what Go's JSON decoder takes. Each writes code that asks `this` (src/check.ts) for the
// version and for what needs a function, and tells it what is wrong, so that the generated module imports nothing and
// is small: every run reads all of it. A null is fine anywhere: Go leaves the zero value.
import { _, nil } from 'ajv';
import { strConcat } from 'ajv/dist/compile/codegen/index.js';
import names from 'ajv/dist/compile/names.js';
import { Type } from 'ajv/dist/compile/util.js';

/** Types that are told by looking; the others ask a method of the context. `loose`: the value has to be normalised. */
const checks = {
  string: (data) => _`typeof ${data} === "string"`,
  boolean: (data) => _`typeof ${data} === "boolean"`,
  int32: (data) => _`typeof ${data} === "number" && (${data} | 0) === ${data}`,
  int64: (data) => _`this.isInt64(${data})`,
  'int-or-string': (data) => _`typeof ${data} === "string" || typeof ${data} === "number" && (${data} | 0) === ${data}`,
  quantity: (data) => _`this.isQuantity(${data})`,
  time: (data) => _`this.isTime(${data})`,
  'micro-time': (data) => _`this.isMicroTime(${data})`,
  bytes: (data) => _`this.isBytes(${data})`,
  strings: (data) => _`this.isStrings(${data})`,
  number: (data) => _`typeof ${data} === "number"`,
  'schema-or-bool': (data) => _`this.isSchemaOrBool(${data})`,
  'schema-or-list': (data) => _`this.isSchemaOrList(${data})`,
  'schema-or-texts': (data) => _`this.isSchemaOrTexts(${data})`,
};

const isObject = (data) => _`typeof ${data} === "object" && !Array.isArray(${data})`;

/** Tells the context that the value cannot be what the structure says, or with a field, that it has no such field. */
function refuse({ gen, it }, field) {
  const place = strConcat(names.default.instancePath, it.errorPath);
  gen.code(field ? _`this.refuse(${place}, ${field})` : _`this.refuse(${place})`);
}

/** Null: remembered; anything the check refuses: told; what it takes goes on to `inside`. */
function guard(cxt, check, inside) {
  const { gen, data } = cxt;
  gen.if(_`${data} === null`).code(_`this.loose = true`);
  if (inside) {
    gen.elseIf(check);
    inside();
    gen.else();
  } else {
    gen.elseIf(_`!(${check})`);
  }
  refuse(cxt);
  gen.endIf();
}

function valid(cxt) {
  return cxt.gen.name('valid');
}

const go = {
  keyword: 'go',
  schemaType: 'string',
  code(cxt) {
    if (cxt.schema !== 'raw') guard(cxt, checks[cxt.schema](cxt.data));
  },
};

/** `map: S`, `list: S`: every value, every item is an S. */
const map = {
  keyword: 'map',
  schemaType: 'object',
  code(cxt) {
    const { gen, data } = cxt;
    guard(cxt, isObject(data), () => {
      gen.forIn('key', data, (key) =>
        cxt.subschema({ keyword: 'map', dataProp: key, dataPropType: Type.Str }, valid(cxt)),
      );
    });
  },
};
const list = {
  keyword: 'list',
  schemaType: 'object',
  code(cxt) {
    const { gen, data } = cxt;
    guard(cxt, _`Array.isArray(${data})`, () => {
      gen.forRange('i', 0, _`${data}.length`, (i) =>
        cxt.subschema({ keyword: 'list', dataProp: i, dataPropType: Type.Num }, valid(cxt)),
      );
    });
  },
};

/** Whether `this.minor` knows the field; nothing for a field that every version knows. */
function known(range) {
  if (!range) return nil;
  const [since, until] = range;
  return _`${since === null ? nil : _` && this.minor >= ${since}`}${until === null ? nil : _` && this.minor <= ${until}`}`;
}

/** `struct: {field: S}`, beside it `versions: {field: [since, until]}`. Names are compared with their case. */
const struct = {
  keyword: 'struct',
  schemaType: 'object',
  code(cxt) {
    const { gen, data, schema, parentSchema } = cxt;
    const fields = Object.keys(schema);
    guard(cxt, isObject(data), () => {
      gen.forIn('key', data, (key) => {
        for (const [index, field] of fields.entries()) {
          const condition = _`${key} === ${field}${known(parentSchema.versions?.[field])}`;
          if (index === 0) gen.if(condition);
          else gen.elseIf(condition);
          cxt.subschema({ keyword: 'struct', schemaProp: field, dataProp: field }, valid(cxt));
        }
        if (fields.length > 0) gen.else();
        refuse(cxt, key);
        if (fields.length > 0) gen.endIf();
      });
    });
  },
};

const versions = { keyword: 'versions', schemaType: 'object' };

export const keywords = [go, map, list, struct, versions];
