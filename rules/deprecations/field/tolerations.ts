import { set, type PodView } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';
import { controlPlane, master, type ReportField } from './messages.js';

/** A toleration of the old taint is of no use alone; beside one of the new taint it serves old clusters. */
export function reportTolerations(
  { at }: PodView,
  tolerations: readonly Decoded<core.Toleration>[],
  report: ReportField,
): void {
  if (tolerations.some(toleratesControlPlane)) return;
  tolerations.forEach(({ key }, i) => {
    if (key !== master) return;
    const field = at.tolerations[i]!.key;
    report({
      at: field,
      message: 'toleration',
      data: { label: master, instead: controlPlane },
      fixes: [{ title: `Write "${controlPlane}"`, safety: 'unsafe', changes: [set(field, controlPlane)] }],
    });
  });
}

function toleratesControlPlane({ key, operator }: Decoded<core.Toleration>): boolean {
  return key === controlPlane || (!key && operator === 'Exists');
}
