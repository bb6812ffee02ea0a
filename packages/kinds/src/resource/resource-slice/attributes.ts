import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, resource } from '@podlint/model';
import { type Context, byteLength } from '@podlint/validation';
import { validateEntries } from '../items.js';
import { qualifiedNameLimits, validateQualifiedName } from '../names.js';

const says = defineMessages('device-attribute', {
  'no-value': 'The attribute has no value. Set one of bool, int, string and version.',
  'many-values': 'The attribute has several values. Keep one of them.',
  'empty-list': 'The list is empty. List values, or remove the field.',
  'too-long': 'The value is longer than {limit} bytes. Make it shorter.',
  'not-a-version': '"{version}" is not a semantic version (semver.org), such as 1.2.3.',
});

type Attribute = Decoded<resource.DeviceAttribute>;

const fields = ['bool', 'int', 'string', 'version', 'bools', 'ints', 'strings', 'versions'] as const;
const lists = ['bools', 'ints', 'strings', 'versions'] as const;
/** DeviceAttributeMaxValueLength. */
const maxBytes = 64;
/** Before this minor an attribute without a value lacked a required one. */
const absentValueInvalidSince: Minor = 35;

const number = '(?:0|[1-9][0-9]*)';
const preRelease = '(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)';
const build = '[0-9a-zA-Z-]+';
const versionPattern = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-${preRelease}(?:\\.${preRelease})*)?(?:\\+${build}(?:\\.${build})*)?$`,
);

/** How many values the attribute has (numEntriesDeviceAttribute). */
export function valuesOf(attribute: Attribute): number {
  return lists.reduce((count, list) => count + (attribute[list]?.length ?? 0), 0) || 1;
}

/** The attributes of a device, any number of them. */
export function validateAttributes(
  attributes: Readonly<Record<string, Attribute>>,
  path: FieldPath,
  context: Context,
): void {
  validateEntries(attributes, qualifiedNameLimits, path, context, (name, attribute, at, key) => {
    validateQualifiedName(name, key.path, context, key.details);
    validateAttribute(attribute, at, context);
  });
}

/** validateDeviceAttribute. */
function validateAttribute(attribute: Attribute, path: FieldPath, context: Context): void {
  const { report, minor } = context;
  const { string, strings = [], version, versions = [] } = attribute;
  if (string !== undefined) validateLength(string, path.child('string'), context);
  if (version !== undefined) validateVersion(version, path.child('version'), context);
  for (const list of lists) if (attribute[list]?.length === 0) report.invalid(path.child(list), says['empty-list']());
  strings.forEach((text, i) => validateLength(text, path.child('strings').index(i), context));
  versions.forEach((text, i) => validateVersion(text, path.child('versions').index(i), context));
  const count = fields.filter((field) => attribute[field] !== undefined).length;
  if (count === 0 && minor < absentValueInvalidSince) report.required(path, says['no-value']());
  else if (count !== 1) report.invalid(path, count === 0 ? says['no-value']() : says['many-values']());
}

function validateLength(text: string, path: FieldPath, { report }: Context): void {
  if (byteLength(text) > maxBytes) report.tooLong(path, says['too-long']({ limit: maxBytes }));
}

function validateVersion(version: string, path: FieldPath, context: Context): void {
  if (!versionPattern.test(version)) context.report.invalid(path, says['not-a-version']({ version }));
  validateLength(version, path, context);
}
