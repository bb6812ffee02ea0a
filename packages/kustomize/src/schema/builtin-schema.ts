import type { KindSchemas, MergeSchema } from './merge-schema.js';
import { mergeDefinitions, mergeRoots } from '../generated/merge-schema.js';

const known = new Map<number, MergeSchema>();

/** The kinds of Kubernetes 1.21, which is what kustomize has built in. */
export const builtinSchemas: KindSchemas = {
  schemaOf(apiVersion, kind) {
    const name = `${apiVersion} ${kind}`;
    return Object.hasOwn(mergeRoots, name) ? definition(mergeRoots[name]!) : undefined;
  },
};

function definition(number: number): MergeSchema {
  let schema = known.get(number);
  if (!schema) {
    const [, fields] = mergeDefinitions[number]!;
    schema = {
      mergeKeys: undefined,
      elements: () => undefined,
      field: (name) => (Object.hasOwn(fields, name) ? decodeField(fields[name]!) : undefined),
    };
    known.set(number, schema);
  }
  return schema;
}

const numbers = new Map(mergeDefinitions.map(([name], number) => [name, number]));

/** A definition of the built-in document by its name, for documents that refer to it. */
export function builtinDefinition(name: string): MergeSchema | undefined {
  const number = numbers.get(name);
  return number === undefined ? undefined : definition(number);
}

/** A field as the table writes it: scripts/merge-schema.mjs, encode. */
function decodeField(code: string): MergeSchema {
  const [, type = '', number = '', keys] = /^([omlp])(\d*)(?::(.*))?$/.exec(code)!;
  const inner = number === '' ? unknown : definition(Number(number));
  if (type === 'o') return inner;
  if (type === 'm') return { mergeKeys: undefined, elements: () => undefined, field: () => inner };
  const mergeKeys = type === 'p' ? (keys ?? '').split(',').filter(Boolean) : undefined;
  return { mergeKeys, elements: () => inner, field: () => undefined };
}

/** Something that leads to no merged list. */
const unknown: MergeSchema = { mergeKeys: undefined, elements: () => undefined, field: () => undefined };
