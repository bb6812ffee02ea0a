import { own } from '@podlint/plain';
import { FieldPath } from '@podlint/field-path';
import { childrenOf, type Expression } from '../../cel/syntax/ast.js';
import type { Compiled } from '../../cel/compile.js';
import { isObject, type Json } from '../../crd/values/json.js';

/**
 * Where an object is at fault for an expression: the deepest field that the expression reads of `object` and that is
 * there; the first of several. Without any it is the object itself.
 */
export function placeOf(compiled: Compiled, object: Json): FieldPath {
  if ('problems' in compiled) return FieldPath.root;
  const places = [...fieldsRead(compiled.checked.expression)].map((fields) => existing(fields, object));
  return places.reduce((best, other) => (other.segments.length > best.segments.length ? other : best), FieldPath.root);
}

/** The names after `object.` wherever it stands; a longer chain before the shorter ones in it. */
function* fieldsRead(node: Expression): Generator<readonly string[]> {
  const chain = chainOf(node);
  if (chain && chain.length > 0) yield chain;
  for (const child of childrenOf(node)) yield* fieldsRead(child);
}

/** `object.a.b` as [a, b], also with optional fields; undefined for other expressions. */
function chainOf(node: Expression): readonly string[] | undefined {
  if (node.kind === 'identifier') return node.name.replace(/^\./, '') === 'object' ? [] : undefined;
  if (node.kind === 'select') return extended(chainOf(node.operand), node.field);
  if (node.kind !== 'call' || (node.name !== '_?._' && node.name !== '_[_]')) return undefined;
  const [operand, key] = node.args;
  if (operand === undefined || key?.kind !== 'literal' || typeof key.value !== 'string') return undefined;
  return extended(chainOf(operand), key.value);
}

function extended(chain: readonly string[] | undefined, field: string): readonly string[] | undefined {
  return chain && [...chain, field];
}

function existing(fields: readonly string[], object: Json): FieldPath {
  let path = FieldPath.root;
  let value: unknown = object;
  for (const field of fields) {
    if (!isObject(value) || !Object.hasOwn(value, field)) break;
    path = path.child(field);
    value = own(value, field);
  }
  return path;
}
