import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import type { ExplainedDefault } from './explanation.js';

/** What the definition of a custom resource has filled in: all that the object has and nobody wrote. */
export function customDefaults(written: unknown, effective: Readonly<Record<string, unknown>>): ExplainedDefault[] {
  return addedIn(written, effective, FieldPath.root);
}

const why = 'the default of the definition';

function addedIn(written: unknown, value: unknown, path: FieldPath): ExplainedDefault[] {
  if (written === undefined || written === null) return [{ path: path.toString(), value, why }];
  if (Array.isArray(value) && Array.isArray(written))
    return value.flatMap((item, at) => addedIn(written[at], item, path.index(at)));
  if (!isObject(value) || !isObject(written)) return [];
  return Object.entries(value).flatMap(([name, inner]) => addedIn(own(written, name), inner, path.child(name)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
