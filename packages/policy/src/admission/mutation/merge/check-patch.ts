import { defineMessages, type Message } from '@podlint/messages';
import { isList, isObject, type Json } from '../../../crd/values/json.js';
import { identityOf } from './list-items.js';
import {
  shapeFor,
  shapeOf,
  type ListSchema,
  type MapSchema,
  type MergeSchema,
  type ScalarType,
} from './merge-schema.js';

const says = defineMessages('applied-configuration', {
  'wrong-type': '{path} has to be {wanted}',
  'no-field': 'the kind has no field {path}',
  twice: '{path} holds one item twice',
  atomic:
    '{path} is only ever replaced as a whole, so a configuration that is applied must not set it. Use a JSONPatch for it.',
  'a-map': 'an object',
  'a-list': 'a list',
  'a-number': 'a number',
  'a-string': 'a text',
  'a-boolean': 'true or false',
  'a-scalar': 'a text, a number or a boolean',
});

/**
 * Why a configuration cannot be applied: it does not fit the kind (typed/validate.go), or it sets what only ever is
 * replaced as a whole (patch/smd.go, validatePatch). The first reason; undefined: it can.
 */
export function faultOfPatch(patch: Json, schema: MergeSchema): Message | undefined {
  return misfit(patch, schema, '') ?? atomicFault(patch, schema, '');
}

const wanted: Readonly<Record<ScalarType, () => Message>> = {
  number: says['a-number'],
  string: says['a-string'],
  boolean: says['a-boolean'],
  untyped: says['a-scalar'],
};

function misfit(value: unknown, schema: MergeSchema, path: string): Message | undefined {
  if (value === null) return undefined;
  const shape = shapeFor(schema, value);
  if (shape === 'scalar') return misfitOfScalar(value, schema.scalar ?? 'untyped', path);
  if (shape === 'map' && schema.map)
    return isObject(value) ? misfitInMap(value, schema.map, path) : wrong(path, says['a-map']());
  if (!schema.list) return undefined;
  return isList(value) ? misfitInList(value, schema.list, path) : wrong(path, says['a-list']());
}

function wrong(path: string, what: Message): Message {
  return says['wrong-type']({ path, wanted: what });
}

function misfitOfScalar(value: unknown, type: ScalarType, path: string): Message | undefined {
  const fits = type === 'untyped' ? shapeOf(value) === 'scalar' : typeof value === type;
  return fits ? undefined : wrong(path, wanted[type]());
}

function misfitInMap(map: Json, schema: MapSchema, path: string): Message | undefined {
  for (const [name, value] of Object.entries(map)) {
    const at = below(path, name);
    const field = schema.field(name);
    const fault = field ? misfit(value, field, at) : says['no-field']({ path: at });
    if (fault) return fault;
  }
  return undefined;
}

function misfitInList(list: readonly unknown[], schema: ListSchema, path: string): Message | undefined {
  const seen = new Set<string>();
  for (const [i, item] of list.entries()) {
    const identity = schema.merges === 'atomic' ? { id: String(i) } : identityOf(item, schema, path);
    if ('fault' in identity) return identity.fault;
    if (seen.has(identity.id)) return says.twice({ path });
    seen.add(identity.id);
    const fault = misfit(item, schema.item(), `${path}[${i}]`);
    if (fault) return fault;
  }
  return undefined;
}

/** findAtomics: of maps only what a field is known for is looked into. */
function atomicFault(value: unknown, schema: MergeSchema, path: string): Message | undefined {
  const { map, list } = schema;
  if (isObject(value) && map) {
    if (map.atomic) return says.atomic({ path });
    return first(Object.entries(value), ([name, inner]) => {
      const field = map.field(name);
      return field && atomicFault(inner, field, below(path, name));
    });
  }
  if (!isList(value) || !list) return undefined;
  if (list.merges === 'atomic') return says.atomic({ path });
  return first([...value.entries()], ([i, item]) => atomicFault(item, list.item(), `${path}[${i}]`));
}

function first<Item>(items: readonly Item[], faultOf: (item: Item) => Message | undefined): Message | undefined {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault) return fault;
  }
  return undefined;
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
