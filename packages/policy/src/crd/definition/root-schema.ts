import { FieldPath } from '@podlint/field-path';
import type { Minor } from '@podlint/model';
import { own } from '@podlint/plain';
import { metaKeywords } from './keywords.js';
import { readSchema } from '../schema/read-schema.js';
import type { Schema } from '../schema/schema.js';
import { isObject, type Json } from '../values/json.js';
import { validateDefaults } from './defaults.js';
import { says } from './messages.js';
import { validateOpenApi } from './open-api.js';
import type { Report } from './report.js';
import { RuleScope } from './rule-scope.js';
import { validateCompleteness, validateStructure } from './structural.js';
import { TotalCost } from './total-cost.js';
import { unsupportedKeyword } from './unsupported.js';

interface SchemaUse {
  /** Whether the status is a subresource. */
  readonly hasStatus: boolean;
  /** The version of the server. */
  readonly minor: Minor;
}

/** A version's schema (validateCustomResourceDefinitionValidation). `path`: of the object around openAPIV3Schema. */
export function validateRootSchema(raw: unknown, use: SchemaUse, path: FieldPath, report: Report): void {
  const schema = isObject(raw) ? readSchema(own(raw, 'openAPIV3Schema')) : undefined;
  if (!schema) return;
  const at = path.child('openAPIV3Schema');
  const counted = counting(report);
  if (use.hasStatus) validateStatusRoot(schema.raw, at, counted.report);
  if (schema.nullable)
    counted.report('FieldValueForbidden', at.child('nullable'), says.forbidden({ field: 'nullable' }));
  const problem = unsupportedKeyword(schema.raw);
  const cost = new TotalCost();
  const fine = problem === undefined && validateStructural(schema, use.minor, at, counted.report);
  validateOpenApi(schema, at, counted.report, fine ? RuleScope.of(schema, cost) : undefined);
  if (problem !== undefined && counted.count() === 0)
    report('FieldValueInvalid', at, says['not-structural']({ problem }));
  cost.report(at, report);
}

interface Counted {
  readonly report: Report;
  readonly count: () => number;
}

function counting(report: Report): Counted {
  let mistakes = 0;
  return {
    report: (...mistake) => {
      mistakes++;
      report(...mistake);
    },
    count: () => mistakes,
  };
}

/** Whether it is fine: structure first, defaults only of what is structural. */
function validateStructural(schema: Schema, minor: Minor, path: FieldPath, report: Report): boolean {
  const structure = counting(report);
  validateStructure(schema, 'root', path, structure.report);
  validateCompleteness(schema, path, structure.report);
  if (structure.count() > 0) return false;
  const defaults = counting(report);
  validateDefaults(schema, minor, path, defaults.report);
  return defaults.count() === 0;
}

/** With a status of its own a schema can say little at its root, as status is taken out of it. */
function validateStatusRoot(raw: Json, path: FieldPath, report: Report): void {
  const stray = metaKeywords.find(({ name, allowed }) => isSaid(raw, name) && (!allowed || isWrongType(raw, name)));
  if (!stray) return;
  if (stray.name === 'type') report('FieldValueInvalid', path.child('type'), says['wrong-type']({ type: 'object' }));
  else report('FieldValueInvalid', path, says['not-at-root']({ field: stray.name }));
}

function isWrongType(raw: Json, name: string): boolean {
  return name === 'type' && own(raw, 'type') !== 'object';
}

function isSaid(raw: Json, name: string): boolean {
  const value = own(raw, name) ?? undefined;
  return value !== undefined && value !== false && value !== '';
}
