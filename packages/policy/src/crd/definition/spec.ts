import { FieldPath } from '@podlint/field-path';
import { own, sameJson } from '@podlint/plain';
import type { Message } from '@podlint/messages';
import type { Minor } from '@podlint/model';
import { dnsSubdomainProblem } from '@podlint/validation';
import { byteCount } from '../../cel/values/text.js';
import { complaintsOfLabel1035 } from '../../names/names.js';
import { isList, isObject, type Json } from '../values/json.js';
import { validateConversion } from './conversion.js';
import { textOf } from './fields.js';
import { says } from './messages.js';
import { validateNames } from './names.js';
import type { Report } from './report.js';
import { validateRootSchema } from './root-schema.js';
import { validateColumns, validateSelectableFields, validateSubresources } from './version-parts.js';

const path = FieldPath.root.child('spec');
/** What the versions share is said once for all of them (v1/conversion.go), under another name. */
const shared = {
  schema: 'validation',
  subresources: 'subresources',
  additionalPrinterColumns: 'additionalPrinterColumns',
  selectableFields: 'selectableFields',
} as const;
type Part = keyof typeof shared;

/** The spec as upstream's internal form has it: parts that are the same in all versions apart. */
export interface Spec {
  readonly raw: Json;
  readonly versions: readonly Json[];
  /** What all versions say alike; undefined where they do not. */
  readonly common: Readonly<Record<Part, unknown>>;
  readonly isCommon: Readonly<Record<Part, boolean>>;
}

export function readSpec(raw: unknown): Spec {
  const spec = isObject(raw) ? raw : {};
  const list = own(spec, 'versions');
  const versions = isList(list) ? list.map((version) => (isObject(version) ? version : {})) : [];
  const [first] = versions;
  const parts = Object.keys(shared) as Part[];
  const isSame = (part: Part): boolean =>
    first !== undefined && versions.every((version) => sameJson(partOf(version, part), partOf(first, part)));
  const isCommon = Object.fromEntries(parts.map((part) => [part, isSame(part)])) as Record<Part, boolean>;
  const common = Object.fromEntries(
    parts.map((part) => [part, first && isCommon[part] ? partOf(first, part) : undefined]),
  ) as Record<Part, unknown>;
  return { raw: spec, versions, common, isCommon };
}

/** An empty list is none. */
function partOf(version: Json, part: Part): unknown {
  const value = own(version, part) ?? undefined;
  return isList(value) && value.length === 0 ? undefined : value;
}

/** validateCustomResourceDefinitionSpec (apis/apiextensions/validation/validation.go). */
export function validateSpec(spec: Spec, minor: Minor, report: Report): void {
  const { raw, versions, common } = spec;
  validateGroup(textOf(raw, 'group'), report);
  validateScope(textOf(raw, 'scope'), report);
  validateSchemasAreThere(spec, report);
  validatePreserving(spec, report);
  versions.forEach((_, at) => validateVersion(spec, at, minor, report));
  validateVersionNames(versions, report);
  validateNames(own(raw, 'names'), path.child('names'), report);
  validateRootSchema(common.schema, { hasStatus: versions.some(hasStatus), minor }, path.child('validation'), report);
  validateSubresources(common.subresources, path.child('subresources'), report);
  validateColumns(common.additionalPrinterColumns, path.child('additionalPrinterColumns'), report);
  validateSelectableFields(common.selectableFields, common.schema, path.child('selectableFields'), report);
  validateConversion(own(raw, 'conversion'), path.child('conversion'), report);
}

function validateGroup(group: string, report: Report): void {
  const at = path.child('group');
  if (group === '') report('FieldValueRequired', at, says.required({ field: 'group' }));
  else if (dnsSubdomainProblem(group)) report('FieldValueInvalid', at, says['not-a-domain']());
  else if (!group.includes('.')) report('FieldValueInvalid', at, says['needs-dot']());
}

const scopes: readonly string[] = ['Cluster', 'Namespaced'];

function validateScope(scope: string, report: Report): void {
  const at = path.child('scope');
  if (scope === '') report('FieldValueRequired', at, says.required({ field: 'scope' }));
  else if (!scopes.includes(scope)) report('FieldValueNotSupported', at, notSupported(scope));
}

function notSupported(value: string): Message {
  return says['not-supported']({ value, allowed: scopes.join(', ') });
}

function validateSchemasAreThere({ versions, common }: Spec, report: Report): void {
  if (isObject(common.schema) && isObject(own(common.schema, 'openAPIV3Schema'))) return;
  versions.forEach((version, at) => {
    const schema = own(version, 'schema');
    // What was the same in all versions, and empty, is in none.
    if (!isObject(schema) || !isObject(own(schema, 'openAPIV3Schema')) || common.schema !== undefined)
      report(
        'FieldValueRequired',
        path.child('versions').index(at).child('schema', 'openAPIV3Schema'),
        says.required({ field: 'openAPIV3Schema' }),
      );
  });
}

function validatePreserving({ raw, versions }: Spec, report: Report): void {
  if (own(raw, 'preserveUnknownFields') !== true) return;
  const at = path.child('preserveUnknownFields');
  report('FieldValueInvalid', at, says.preserve());
  if (versions.some((version) => hasDefault(own(version, 'schema'))))
    report('FieldValueInvalid', at, says['no-defaults']());
  const conversion = own(raw, 'conversion');
  if (isObject(conversion) && own(conversion, 'strategy') !== 'None')
    report('FieldValueInvalid', path.child('conversion', 'strategy'), says['no-conversion']());
}

function hasDefault(value: unknown): boolean {
  if (isList(value)) return value.some(hasDefault);
  return isObject(value) && (Object.hasOwn(value, 'default') || Object.values(value).some(hasDefault));
}

function hasStatus(version: Json): boolean {
  const subresources = own(version, 'subresources');
  return isObject(subresources) && isObject(own(subresources, 'status'));
}

function validateVersion({ versions, isCommon }: Spec, index: number, minor: Minor, report: Report): void {
  const version = versions[index] ?? {};
  const at = path.child('versions').index(index);
  const partHere = (part: Part): unknown => (isCommon[part] ? undefined : partOf(version, part));
  if (complaintsOfLabel1035(textOf(version, 'name')).length > 0)
    report('FieldValueInvalid', at.child('name'), says['bad-name']({ name: textOf(version, 'name') }));
  validateDeprecation(version, at, report);
  validateRootSchema(partHere('schema'), { hasStatus: hasStatus(version), minor }, at.child('schema'), report);
  validateSubresources(partHere('subresources'), at.child('subresources'), report);
  validateColumns(partHere('additionalPrinterColumns'), at.child('additionalPrinterColumns'), report);
  validateSelectableFields(partHere('selectableFields'), partHere('schema'), at.child('selectableFields'), report);
}

function validateDeprecation(version: Json, at: FieldPath, report: Report): void {
  const warning = own(version, 'deprecationWarning');
  if (typeof warning !== 'string') return;
  const isPrintable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u.test(warning);
  const isLong = byteCount(warning) > 256;
  if (own(version, 'deprecated') === true && warning !== '' && !isLong && isPrintable) return;
  report('FieldValueInvalid', at.child('deprecationWarning'), says['deprecation-warning']());
}

function validateVersionNames(versions: readonly Json[], report: Report): void {
  const at = path.child('versions');
  const names = versions.map((version) => textOf(version, 'name'));
  if (new Set(names).size < names.length) report('FieldValueInvalid', at, says['version-twice']());
  if (versions.filter((version) => own(version, 'storage') === true).length !== 1)
    report('FieldValueInvalid', at, says['one-storage-version']());
  const [first] = names;
  if (first && complaintsOfLabel1035(first).length > 0)
    report('FieldValueInvalid', path.child('version'), says['bad-name']({ name: first }));
}
