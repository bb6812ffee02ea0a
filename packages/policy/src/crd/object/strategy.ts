import { FieldPath } from '@podlint/field-path';
import type { Minor } from '@podlint/model';
import { own } from '@podlint/plain';
import type { DefinedVersion, Definition } from '../definition.js';
import { ResourceErrors, type ResourceError } from '../errors.js';
import { says } from '../messages.js';
import { RuleRun, type Change } from '../rules/run-rules.js';
import type { Schema } from '../schema/schema.js';
import { validateValue } from '../validate/validate-value.js';
import { isObject, type Json } from '../values/json.js';
import { Correlation } from './correlation.js';
import { validateEmbedded } from './embedded.js';
import { validateListTypes } from './list-types.js';
import { validateChangedMetadata, validateNewMetadata } from './object-meta.js';
import { validateScaleSpec, validateScaleStatus } from './scale.js';

/** An object as it comes to be stored, with the definition's version that it is of. */
export interface Subject {
  readonly object: Json;
  readonly definition: Definition;
  readonly version: DefinedVersion;
  /** The version of the server. */
  readonly minor: Minor;
}

const root = FieldPath.root;
const metadataOf = (object: Json): Json => {
  const metadata = own(object, 'metadata');
  return isObject(metadata) ? metadata : {};
};

/** customResourceStrategy.Validate (registry/customresource/strategy.go). */
export function validateCreate(subject: Subject): readonly ResourceError[] {
  const { object, definition, version, minor } = subject;
  const { schema, scale } = version;
  const errors = new ResourceErrors();
  const wrongType = validateTypeMeta(subject);
  errors.merge(wrongType);
  if (wrongType.length === 0) {
    errors.merge(validateNewMetadata(metadataOf(object), definition.namespaced));
    errors.merge(validateSchema(object, schema, minor, undefined, root));
    if (scale) errors.merge([...validateScaleSpec(object, scale), ...validateScaleStatus(object, scale)]);
  }
  errors.merge(validateEmbedded(object, schema, root));
  errors.merge(validateListTypes(object, schema, root));
  runRules(version, { value: object, old: undefined, correlation: undefined, around: undefined }, errors);
  return errors.list;
}

/** customResourceStrategy.ValidateUpdate: what was wrong before and was not changed stays. */
export function validateUpdate(subject: Subject, old: Json): readonly ResourceError[] {
  const { object, version, minor } = subject;
  const { schema, scale } = version;
  const correlation = new Correlation(object, old, schema);
  const errors = new ResourceErrors();
  const wrongType = validateTypeMeta(subject);
  errors.merge(wrongType);
  if (wrongType.length === 0) {
    errors.merge(validateChangedMetadata(metadataOf(object), metadataOf(old)));
    errors.merge(validateSchema(object, schema, minor, correlation, root));
    if (scale) errors.merge([...validateScaleSpec(object, scale), ...validateScaleStatus(object, scale)]);
  }
  errors.merge(validateEmbedded(object, schema, root));
  errors.merge(validateListTypesOfUpdate(object, old, schema));
  runRules(version, { value: object, old, correlation, around: undefined }, errors);
  return errors.list;
}

/** statusStrategy.ValidateUpdate */
export function validateStatusUpdate(subject: Subject, old: Json): readonly ResourceError[] {
  const { object, version } = subject;
  const { schema, scale } = version;
  const correlation = new Correlation(object, old, schema);
  const errors = new ResourceErrors();
  const wrongType = validateTypeMeta(subject);
  errors.merge(wrongType);
  if (wrongType.length === 0) {
    errors.merge(validateChangedMetadata(metadataOf(object), metadataOf(old)));
    if (Object.hasOwn(object, 'status')) errors.merge(validateStatus(subject, old, correlation));
    if (scale) errors.merge(validateScaleStatus(object, scale));
  }
  errors.merge(validateListTypesOfUpdate(object, old, schema));
  runRules(version, { value: object, old, correlation, around: undefined }, errors);
  return errors.list;
}

function validateStatus({ object, version, minor }: Subject, old: Json, whole: Correlation): ResourceError[] {
  const status = version.schema?.properties.get('status');
  const correlation = whole.key('status') ?? new Correlation(object['status'], own(old, 'status') ?? null, status);
  return validateSchema(object['status'], status, minor, correlation, root.child('status'));
}

function validateTypeMeta({ object, definition: { group, kind }, version: { name } }: Subject): ResourceError[] {
  const errors = new ResourceErrors();
  const version = `${group}/${name}`;
  if (object['kind'] !== kind) errors.add('FieldValueInvalid', root.child('kind'), says['other-kind']({ kind }));
  if (object['apiVersion'] !== version)
    errors.add('FieldValueInvalid', root.child('apiVersion'), says['other-version']({ version }));
  return errors.list;
}

/** Errors of the schema; the paths that upstream's validator gives them are put behind the field as texts. */
function validateSchema(
  value: unknown,
  schema: Schema | undefined,
  minor: Minor,
  correlation: Correlation | undefined,
  path: FieldPath,
): ResourceError[] {
  if (!schema) return [];
  const prefix = path.toString();
  return validateValue(value, schema, minor, correlation).map(({ type, path: below, at, message }) => {
    const name = below?.toString() ?? '';
    const field = [prefix, name].filter((part) => part !== '').join('.') || '<nil>';
    return { type, field, at: at.rebase(root, path), message };
  });
}

function validateListTypesOfUpdate(object: Json, old: Json, schema: Schema | undefined): ResourceError[] {
  return validateListTypes(old, schema, root).length > 0 ? [] : validateListTypes(object, schema, root);
}

const blocking: ReadonlySet<string> = new Set([
  'FieldValueNotSupported',
  'FieldValueRequired',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
]);

/** Rules are not run on what has the wrong shape (hasBlockingErr). */
function runRules({ rules }: DefinedVersion, change: Change, errors: ResourceErrors): void {
  if (!rules) return;
  if (errors.list.some(({ type }) => blocking.has(type)))
    errors.add('FieldValueInvalid', root, says['rules-not-checked']());
  else errors.merge(new RuleRun().run(rules, change, root));
}
