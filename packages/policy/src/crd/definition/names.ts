import type { FieldPath } from '@podlint/field-path';
import { complaintsOfLabel1035 } from '../../names/names.js';
import { isObject } from '../values/json.js';
import { textOf, textsOf } from './fields.js';
import { says } from './messages.js';
import type { Report } from './report.js';

/** spec.names with its defaults (v1/defaults.go, ValidateCustomResourceDefinitionNames). */
export function validateNames(raw: unknown, path: FieldPath, report: Report): void {
  const names = isObject(raw) ? raw : {};
  const kind = textOf(names, 'kind');
  const listKind = textOf(names, 'listKind') || (kind && `${kind}List`);
  const all = {
    plural: textOf(names, 'plural'),
    singular: textOf(names, 'singular') || kind.toLowerCase(),
    kind,
    listKind,
  };
  for (const [field, name] of Object.entries(all)) {
    if (name === '') report('FieldValueRequired', path.child(field), says.required({ field }));
    else validateName(field.endsWith('ind') ? name.toLowerCase() : name, path.child(field), report);
  }
  if (kind !== '' && kind === listKind) report('FieldValueInvalid', path.child('listKind'), says['same-kinds']());
  for (const field of ['shortNames', 'categories'])
    textsOf(names, field).forEach((name, at) => validateName(name, path.child(field).index(at), report));
}

function validateName(name: string, path: FieldPath, report: Report): void {
  if (complaintsOfLabel1035(name).length > 0) report('FieldValueInvalid', path, says['bad-name']({ name }));
}
