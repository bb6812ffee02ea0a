import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { qualifiedNameProblem } from '../../formats.js';
import { related } from '../../related.js';
import { FirstUses } from '../first-uses.js';

const says = defineMessages('scheduling-gate', {
  'invalid-name': '"{name}" cannot be the name of a scheduling gate: {problem}.',
  twice: 'The gate "{name}" is listed twice, and lifting it once would leave the pod waiting. Remove one.',
});

const readinessSays = defineMessages('readiness-gate', {
  'invalid-type': '"{type}" cannot be the type of a condition: {problem}.',
});

/**
 * Whatever has to happen before the pod is scheduled (validateSchedulingGates, pkg/apis/core/validation/validation.go).
 */
export function validateSchedulingGates(
  gates: readonly Decoded<core.PodSchedulingGate>[],
  path: FieldPath,
  { report }: Context,
): void {
  const uses = new FirstUses<number>();
  gates.forEach(({ name = '' }, i) => {
    const problem = qualifiedNameProblem(name);
    if (problem)
      report.invalid(path.index(i), says['invalid-name']({ name, problem }), {
        at: path.index(i).child('name'),
      });
    const first = uses.record(name, i);
    if (first !== undefined) {
      report.duplicate(path.index(i), says.twice({ name }), {
        related: [{ field: path.index(first), message: related['listed-first']() }],
      });
    }
  });
}

/** Conditions that have to be true before the pod counts as ready (validateReadinessGates). */
export function validateReadinessGates(
  gates: readonly Decoded<core.PodReadinessGate>[],
  path: FieldPath,
  { report }: Context,
): void {
  gates.forEach(({ conditionType = '' }, i) => {
    const problem = qualifiedNameProblem(conditionType);
    if (problem)
      report.invalid(
        path.index(i).child('conditionType'),
        readinessSays['invalid-type']({ type: conditionType, problem }),
      );
  });
}
