import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, admissionregistration } from '@podlint/model';
import type { Context } from '@podlint/validation';
import { type PolicyScope, requireExpression, useIn } from '../policy-expressions.js';

const says = defineMessages('mutation', {
  'no-type': 'patchType is not set. It says how the object is changed. Set it to ApplyConfiguration or JSONPatch.',
  'no-patch': 'A mutation of the type {type} is described in `{field}`, and that is not set. Set it.',
  'other-patch': 'A mutation is made in one way, and the type is {type}. Remove `{field}`.',
});

type Mutation = Decoded<admissionregistration.Mutation>;

const patches = {
  ApplyConfiguration: { field: 'applyConfiguration', other: 'jsonPatch', result: 'Object' },
  JSONPatch: { field: 'jsonPatch', other: 'applyConfiguration', result: 'list of JSONPatch' },
} as const;

/** validateMutation; `stored`: the expressions of applied configurations that the policy had before. */
export function validateMutations(
  mutations: readonly Mutation[],
  scope: PolicyScope,
  stored: ReadonlySet<string>,
  path: FieldPath,
  context: Context,
): void {
  mutations.forEach((mutation, i) => validateMutation(mutation, scope, stored, path.index(i), context));
}

function validateMutation(
  mutation: Mutation,
  scope: PolicyScope,
  stored: ReadonlySet<string>,
  path: FieldPath,
  context: Context,
): void {
  const { patchType: type = '' } = mutation;
  const { report } = context;
  if (type === '') report.required(path.child('patchType'), says['no-type']());
  else if (type !== 'ApplyConfiguration' && type !== 'JSONPatch')
    report.notSupported(path.child('patchType'), type, Object.keys(patches));
  else {
    const { field, other, result } = patches[type];
    const patch = mutation[field];
    if (!patch) report.required(path.child(field), says['no-patch']({ type, field }));
    else {
      const { expression = '' } = patch;
      const use = { ...useIn(scope, [result], stored.has(expression)), patches: true } as const;
      requireExpression(expression.trim(), use, scope, path.child(field, 'expression'), context);
    }
    if (mutation[other]) report.invalid(path.child(other), says['other-patch']({ type, field: other }));
  }
}

/** What upstream looks into for both ways (findMutatingPolicyPreexistingExpressions, validateJSONPatch). */
export function appliedExpressions({
  mutations = [],
}: Decoded<admissionregistration.MutatingAdmissionPolicySpec> = {}): ReadonlySet<string> {
  return new Set(mutations.flatMap(({ applyConfiguration: applied }) => (applied ? [applied.expression ?? ''] : [])));
}
