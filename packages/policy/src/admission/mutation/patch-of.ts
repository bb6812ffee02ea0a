import { defineMessages, type Message } from '@podlint/messages';
import { PatchObject, PatchOperation } from '../../cel/admission/patches.js';
import { serverBudget } from '../../cel/compile.js';
import { adapted, type Value } from '../../cel/values/value.js';
import { isObject, type Json } from '../../crd/values/json.js';
import { evaluateAll } from '../policies/evaluation.js';
import { inputsOf, type PolicyInputs } from '../policies/inputs.js';
import type { CompiledMutatingPolicy, CompiledMutation } from './compiled-mutations.js';
import { applyJsonPatch, type PatchStep } from './json-patch.js';
import { faultOfPatch } from './merge/check-patch.js';
import type { MergeSchema } from './merge/merge-schema.js';
import { mergeObjects } from './merge/merge.js';
import { faultOfTypeNames, jsonOf, jsonOfObject } from './patch-json.js';

const says = defineMessages('policy-mutation', {
  'no-object': 'the expression gives no object',
  'no-schema': 'the kind {kind} has no definition among the files, so podlint does not know how its fields merge',
});

/** An object with what a mutation makes of it, or why nothing comes of it. */
export type PatchResult =
  | { readonly object: Json }
  | { readonly fault: Message }
  /** The files do not tell. */
  | { readonly unknown: Message };

/** Patcher.Patch (policy/mutating/patch); `schema`: how the fields of the object merge. */
export function patchOf(
  mutation: CompiledMutation,
  { variables }: Pick<CompiledMutatingPolicy, 'variables'>,
  inputs: PolicyInputs,
  schema: MergeSchema | undefined,
): PatchResult {
  const results = evaluateAll([mutation], variables, inputsOf(inputs), serverBudget.total);
  if ('fault' in results) return results;
  const [outcome] = results.outcomes;
  if (!outcome || 'fault' in outcome) return { fault: outcome?.fault ?? says['no-object']() };
  const object = inputs.objects.object ?? {};
  if (mutation.type === 'JSONPatch') return patched(object, outcome.value);
  return schema ? configured(object, outcome.value, schema) : { unknown: says['no-schema']({ kind: inputs.as.kind }) };
}

/** applyConfigPatcher */
function configured(object: Json, value: Value, schema: MergeSchema): PatchResult {
  if (!(value instanceof PatchObject)) return { fault: says['no-object']() };
  const wrongName = faultOfTypeNames(value);
  if (wrongName) return { fault: wrongName };
  const made = jsonOfObject(value);
  if ('fault' in made) return made;
  // It is of the object's own kind, whatever it says.
  const patch = { ...made.json, apiVersion: object['apiVersion'], kind: object['kind'] };
  const fault = faultOfPatch(patch, schema);
  return fault ? { fault } : { object: mergeObjects(object, patch, schema) };
}

/** jsonPatcher; where a test fails, the object stays as it was. */
function patched(object: Json, value: Value): PatchResult {
  const steps: PatchStep[] = [];
  for (const operation of Array.isArray(value) ? (value as readonly unknown[]).map(adapted) : []) {
    if (!(operation instanceof PatchOperation)) return { fault: says['no-object']() };
    const step = stepOf(operation);
    if ('fault' in step) return step;
    steps.push(step.step);
  }
  const result = applyJsonPatch(object, steps);
  if (result === 'test failed') return { object };
  if ('fault' in result) return result;
  return isObject(result.object) ? { object: result.object } : { fault: says['no-object']() };
}

function stepOf({ fields }: PatchOperation): { readonly step: PatchStep } | { readonly fault: Message } {
  const value = fields.get('value');
  const wrongName = value instanceof PatchObject ? faultOfTypeNames(value, value.name) : undefined;
  const written = wrongName ? { fault: wrongName } : value === undefined ? { json: undefined } : jsonOf(value);
  if ('fault' in written) return written;
  const text = (name: string): string => {
    const found = fields.get(name);
    return typeof found === 'string' ? found : '';
  };
  return { step: { op: text('op'), path: text('path'), from: text('from'), value: written.json } };
}
