import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { qualifiedNameProblem } from '../../formats.js';
import { FirstUses } from '../first-uses.js';

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
      report.invalid(path.index(i), `"${name}" cannot be the name of a scheduling gate: ${problem}.`, {
        at: path.index(i).child('name'),
      });
    const first = uses.record(name, i);
    if (first !== undefined) {
      report.duplicate(
        path.index(i),
        `The gate "${name}" is listed twice, and lifting it once would leave the pod waiting. Remove one.`,
        {
          related: [{ field: path.index(first), message: 'listed here first' }],
        },
      );
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
        `"${conditionType}" cannot be the type of a condition: ${problem}.`,
      );
  });
}
