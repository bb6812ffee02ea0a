import { referencesOf } from '@podlint/kinds';
import { findKindByName } from '@podlint/model';
import { isList, isObject, own } from '../../crd/values/json.js';
import type { PodSpec } from './plugin.js';

/** Whether a Pod names any Secret (VisitPodSecretNames). */
export function namesSecrets(spec: PodSpec): boolean {
  const kind = findKindByName('Pod');
  const references = kind ? referencesOf(kind) : [];
  return references.some(
    ({ refersTo, fields }) =>
      refersTo.to === 'object' &&
      refersTo.kind === 'Secret' &&
      fields.some((field) => hasText({ spec }, field.split('.'))),
  );
}

/** Whether there is a text where the path leads; `[]` stands for each item of a list. */
function hasText(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return typeof value === 'string' && value !== '';
  if (!isObject(value)) return false;
  const below = own(value, step.replace('[]', ''));
  if (!step.endsWith('[]')) return hasText(below, rest);
  return isList(below) && below.some((item) => hasText(item, rest));
}
