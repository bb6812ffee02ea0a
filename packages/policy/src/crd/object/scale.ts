import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { ResourceErrors, type ResourceError } from '../errors.js';
import type { Scale } from '../definition.js';
import { says } from '../messages.js';
import { isObject, type Json } from '../values/json.js';

const largest = 2 ** 31 - 1;

/** What the scale subresource reads (registry/customresource/validator.go, ValidateScaleSpec and ValidateScaleStatus). */
export function validateScaleSpec(object: Json, { specReplicasPath }: Scale): ResourceError[] {
  return validateReplicas(object, specReplicasPath);
}

export function validateScaleStatus(object: Json, scale: Scale): ResourceError[] {
  const { statusReplicasPath, labelSelectorPath } = scale;
  const errors = validateReplicas(object, statusReplicasPath);
  return labelSelectorPath === undefined ? errors : [...errors, ...validateSelector(object, labelSelectorPath)];
}

function validateReplicas(object: Json, path: string): ResourceError[] {
  const value = valueAt(object, path);
  const fine = value === undefined || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= largest);
  return fine ? [] : at(path, says['bad-replicas']());
}

function validateSelector(object: Json, path: string): ResourceError[] {
  const value = valueAt(object, path);
  return value === undefined || typeof value === 'string' ? [] : at(path, says['bad-selector']());
}

/** The server prints the path as the definition writes it, with its dot in front. */
function at(path: string, message: ResourceError['message']): ResourceError[] {
  const errors = new ResourceErrors();
  errors.add('FieldValueInvalid', FieldPath.root.below(namesIn(path)), message, path);
  return errors.list;
}

function namesIn(path: string): string[] {
  return (path.startsWith('.') ? path.slice(1) : path).split('.');
}

/** unstructured.NestedFieldNoCopy: undefined where a field on the way is missing, null where one is no object. */
function valueAt(object: Json, path: string): unknown {
  let value: unknown = object;
  for (const name of namesIn(path)) {
    if (value === undefined) return undefined;
    // Null on the way counts as nothing there.
    if (value === null) return undefined;
    if (!isObject(value)) return null;
    value = own(value, name);
  }
  return value;
}
