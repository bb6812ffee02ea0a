import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { metaFields } from '../object/prune.js';
import { readSchema } from '../schema/read-schema.js';
import type { Schema } from '../schema/schema.js';
import { isList, isObject } from '../values/json.js';
import { validateListType } from './list-type.js';
import { says } from './messages.js';
import type { Report } from './report.js';
import { validateRuleTexts } from './rule-texts.js';
import { RuleScope } from './rule-scope.js';

/** What holds for a schema because of those around it (specStandardValidatorV3). */
interface Surroundings {
  readonly defaultsAllowed: boolean;
  readonly inMetadata: boolean;
  /** Whether rules can tell the value from others in the object before an update. */
  readonly correlatable: boolean;
}

const types: readonly string[] = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/**
 * Walks through a schema (apis/apiextensions/validation, ValidateCustomResourceDefinitionOpenAPISchema). `scope`: what
 * rules see; undefined where none are looked at.
 */
export function validateOpenApi(schema: Schema, path: FieldPath, report: Report, scope: RuleScope | undefined): void {
  const surroundings = { defaultsAllowed: true, inMetadata: false, correlatable: true };
  new SchemaWalk(report).visit(schema, path, surroundings, scope, true);
}

class SchemaWalk {
  constructor(private readonly report: Report) {}

  /** The number of mistakes in the schema and below, those of rules apart. */
  visit(schema: Schema, path: FieldPath, around: Surroundings, scope: RuleScope | undefined, isRoot = false): number {
    let mistakes = 0;
    const report: Report = (...mistake) => {
      mistakes++;
      this.report(...mistake);
    };
    validateKeywords(schema, path, around, report);
    mistakes += this.visitValues(schema, path, around, scope);
    mistakes += this.visitProperties(schema, path, around, scope, isRoot);
    mistakes += this.visitNested(schema, path, around);
    mistakes += this.visitItems(schema, path, around, scope);
    validateListType(schema, path, report);
    validateRuleTexts(schema, path, report);
    if (mistakes === 0 && schema.validations.length > 0)
      scope?.validate(schema, path, around.correlatable, this.report);
    return mistakes;
  }

  private visitValues(schema: Schema, path: FieldPath, around: Surroundings, scope: RuleScope | undefined): number {
    const { additionalProperties } = schema;
    if (typeof additionalProperties !== 'object') return 0;
    const below = { ...around, defaultsAllowed: around.defaultsAllowed && !around.inMetadata };
    return this.visit(additionalProperties, path.child('additionalProperties'), below, scope?.values(schema));
  }

  private visitProperties(
    schema: Schema,
    path: FieldPath,
    around: Surroundings,
    scope: RuleScope | undefined,
    isRoot: boolean,
  ): number {
    const correlatable = around.correlatable && isCorrelatable(schema);
    const counts = [...schema.properties].map(([name, property]) => {
      const isMeta = (isRoot || schema.embeddedResource) && metaFields.has(name);
      const below = {
        defaultsAllowed: around.defaultsAllowed && !(isMeta && isRoot),
        inMetadata: around.inMetadata || isMeta,
        correlatable,
      };
      return this.visit(property, path.child('properties').key(name), below, scope?.property(schema, name));
    });
    return total(counts);
  }

  private visitItems(schema: Schema, path: FieldPath, around: Surroundings, scope: RuleScope | undefined): number {
    const below = { ...around, correlatable: around.correlatable && schema.listType === 'map' };
    const items = own(schema.raw, 'items');
    const at = path.child('items');
    if (schema.items) return this.visit(schema.items, at, below, scope?.items(schema));
    return isList(items) ? total(items.map((item, index) => this.visitRaw(item, at.index(index), below))) : 0;
  }

  private visitNested(schema: Schema, path: FieldPath, around: Surroundings): number {
    const lists = [
      ['allOf', schema.allOf],
      ['oneOf', schema.oneOf],
      ['anyOf', schema.anyOf],
    ] as const;
    const counts = lists.flatMap(([name, parts]) =>
      parts.map((part, at) => this.visit(part, path.child(name).index(at), around, undefined)),
    );
    const not = schema.not ? this.visit(schema.not, path.child('not'), around, undefined) : 0;
    return (
      total(counts) +
      not +
      this.visitMap(schema, 'definitions', path, around) +
      this.visitMap(schema, 'dependencies', path, around)
    );
  }

  private visitMap({ raw }: Schema, name: string, path: FieldPath, around: Surroundings): number {
    const map = own(raw, name);
    if (!isObject(map)) return 0;
    return total(Object.entries(map).map(([key, below]) => this.visitRaw(below, path.child(name).key(key), around)));
  }

  private visitRaw(raw: unknown, path: FieldPath, around: Surroundings): number {
    const schema = readSchema(raw);
    return schema ? this.visit(schema, path, around, undefined) : 0;
  }
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function isCorrelatable({ mapType }: Schema): boolean {
  return mapType === undefined || mapType === 'granular' || mapType === 'atomic';
}

/** Keywords that are not supported, at all or here. */
function validateKeywords(schema: Schema, path: FieldPath, around: Surroundings, report: Report): void {
  const { raw, type } = schema;
  if (type !== '' && !types.includes(type))
    report(
      'FieldValueNotSupported',
      path.child('type'),
      says['not-supported']({ value: type, allowed: types.join(', ') }),
    );
  if (schema.default !== undefined && !around.defaultsAllowed)
    report('FieldValueForbidden', path.child('default'), says['no-default-here']());
  for (const field of unsupported(schema)) report('FieldValueForbidden', path.child(field), says.forbidden({ field }));
  if (type === 'null') report('FieldValueForbidden', path.child('type'), says.forbidden({ field: 'null' }));
  if (around.inMetadata && schema.embeddedResource)
    report('FieldValueForbidden', path.child('x-kubernetes-embedded-resource'), says.forbidden({ field: 'this' }));
  if (own(raw, 'uniqueItems') === true)
    report('FieldValueForbidden', path.child('uniqueItems'), says.forbidden({ field: 'uniqueItems' }));
  if (schema.properties.size > 0 && ![undefined, true].includes(schema.additionalProperties as true | undefined))
    report('FieldValueForbidden', path.child('additionalProperties'), says['both-properties']());
  if (own(raw, 'x-kubernetes-preserve-unknown-fields') === false)
    report('FieldValueInvalid', path.child('x-kubernetes-preserve-unknown-fields'), says['must-be-true']());
}

function unsupported({ raw }: Schema): readonly string[] {
  const isThere = (name: string): boolean => (own(raw, name) ?? undefined) !== undefined;
  const isFull = (name: string): boolean => Object.keys(own(raw, name) ?? {}).length > 0;
  return [
    ...(own(raw, 'id') ? ['id'] : []),
    ...['additionalItems', 'dependencies', '$ref'].filter(isThere),
    ...['patternProperties', 'definitions'].filter(isFull),
    ...(isList(own(raw, 'items')) ? ['items'] : []),
  ];
}
