import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import {
  type Context,
  FirstUses,
  labelValueProblem,
  qualifiedNameProblem,
  related,
  validateChoice,
} from '@podlint/validation';

const says = defineMessages('taint', {
  'invalid-key': '"{key}" cannot be the key of a taint: {problem}.',
  'invalid-value': '"{value}" cannot be the value of a taint: {problem}.',
  'no-effect': 'The taint has no effect. Set NoSchedule, PreferNoSchedule or NoExecute.',
  twice: 'The node has a taint "{key}" with the effect "{effect}" already. Remove one of them.',
});

export type Taint = Decoded<core.Taint>;

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** validateNodeTaints, pkg/apis/core/validation/validation.go. */
export function validateTaints(taints: readonly Taint[], path: FieldPath, context: Context): void {
  const { report } = context;
  const uses = new FirstUses<FieldPath>();
  taints.forEach(({ key = '', value = '', effect = '' }, i) => {
    const taintPath = path.index(i);
    const keyProblem = qualifiedNameProblem(key);
    if (keyProblem) report.invalid(taintPath.child('key'), says['invalid-key']({ key, problem: keyProblem }));
    const valueProblem = labelValueProblem(value);
    if (valueProblem) report.invalid(taintPath.child('value'), says['invalid-value']({ value, problem: valueProblem }));
    validateChoice(effect, effects, taintPath, 'effect', says['no-effect'], report);
    const first = uses.record(`${effect} ${key}`, taintPath);
    if (first)
      report.duplicate(taintPath, says.twice({ key, effect }), {
        related: [{ field: first, message: related['first-one']() }],
      });
  });
}
