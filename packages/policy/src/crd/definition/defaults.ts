import { copyOf, sameJson } from '@podlint/plain';
import { FieldPath } from '@podlint/field-path';
import type { Minor } from '@podlint/model';
import { ResourceErrors } from '../errors.js';
import { coerceEmbedded, validateEmbedded } from '../object/embedded.js';
import { metaFields, prune } from '../object/prune.js';
import { ruleTreeOf } from '../rules/rule-tree.js';
import { RuleRun } from '../rules/run-rules.js';
import { asResource, type Schema } from '../schema/schema.js';
import { validateValue } from '../validate/validate-value.js';
import { isObject, type Json } from '../values/json.js';
import { says } from './messages.js';
import type { Report } from './report.js';

/** Puts a value where its schema stands, below the resource around it. */
type Surround = (value: unknown) => unknown;

interface Around {
  /** The resource that the default is in. */
  readonly resource: Schema;
  readonly surround: Surround;
  readonly inMetadata: boolean;
  readonly minor: Minor;
}

/** Defaults must fit their own schemas, and have no field that would be pruned (apiserver/schema/defaulting). */
export function validateDefaults(root: Schema, minor: Minor, path: FieldPath, report: Report): void {
  const resource = asResource(root);
  validateDefault(resource, path, aroundResource(resource, minor), report);
}

function aroundResource(resource: Schema, minor: Minor): Around {
  return { resource, surround: (value) => withTypeMeta(value), inMetadata: false, minor };
}

function withTypeMeta(value: unknown): Json {
  const object = isObject(value) ? value : {};
  return { kind: 'Validation', apiVersion: 'validation/v1', ...object };
}

function validateDefault(schema: Schema, path: FieldPath, outer: Around, report: Report): void {
  const around = schema.embeddedResource ? aroundResource(schema, outer.minor) : outer;
  if (schema.default !== undefined) {
    const at = path.child('default');
    const fine = around.inMetadata ? fitsMetadata(schema.default, around) : fitsShape(schema, at, report);
    if (!fine && around.inMetadata) report('FieldValueInvalid', at, says['bad-metadata']());
    if (fine && validateOwn(schema, around.minor, at, report)) runRules(schema, schema === around.resource, at, report);
  }
  const { items } = schema;
  const surround = around.surround;
  if (items) validateDefault(items, path.child('items'), { ...around, surround: (value) => surround([value]) }, report);
  for (const [name, property] of schema.properties) {
    const below = {
      ...around,
      surround: (value: unknown) => surround(Object.fromEntries([[name, value]])),
      inMetadata: around.inMetadata || (schema.embeddedResource && metaFields.has(name)),
    };
    validateDefault(property, path.child('properties').key(name), below, report);
  }
}

function fitsMetadata(value: unknown, { resource, surround }: Around): boolean {
  const object = surround(copyOf(value));
  const schema = asResource(resource);
  const { fault } = coerceEmbedded(object, schema, FieldPath.root);
  return fault === undefined && validateEmbedded(object, schema, FieldPath.root).length === 0;
}

function fitsShape(schema: Schema, path: FieldPath, report: Report): boolean {
  const value = copyOf(schema.default);
  prune(value, schema);
  if (!sameJson(value, schema.default)) report('FieldValueInvalid', path, says['unknown-in-default']());
  const { fault } = coerceEmbedded(copyOf(schema.default), schema, path);
  if (fault) report('FieldValueInvalid', fault, says['bad-metadata']());
  const errors = fault ? [] : validateEmbedded(schema.default, schema, path);
  for (const { type, at, message } of errors) report(type, at, message);
  return fault === undefined && errors.length === 0;
}

function validateOwn(schema: Schema, minor: Minor, path: FieldPath, report: Report): boolean {
  const errors = validateValue(schema.default, schema, minor);
  for (const { type, path: below, message } of errors) report(type, joined(path, below?.toString() ?? ''), message);
  return errors.length === 0;
}

/** Upstream puts the path within the default behind a dot, also that of an item. */
function joined(path: FieldPath, name: string): FieldPath {
  return name === '' ? path : path.child(name);
}

/** Rules must hold for a default that comes in an update, and for one that comes with a new object. */
function runRules(schema: Schema, isRoot: boolean, path: FieldPath, report: Report): void {
  const tree = ruleTreeOf(schema, isRoot);
  if (!tree) return;
  const errors = new ResourceErrors();
  for (const old of [schema.default, undefined]) {
    if (errors.list.length > 0) break;
    errors.merge(
      new RuleRun().run(tree, { value: schema.default, old, correlation: undefined, around: undefined }, path),
    );
  }
  for (const { type, at, message } of errors.list) report(type, at, message);
}
