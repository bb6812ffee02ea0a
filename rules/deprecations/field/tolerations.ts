import { each, set, type PodView } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';
import { controlPlane, master, type ReportField } from './messages.js';

/** A toleration of the old taint is of no use alone; beside one of the new taint it serves old clusters. */
export function reportTolerations({ spec, at }: PodView, report: ReportField): void {
  if (!spec.tolerations || spec.tolerations.some(toleratesControlPlane)) return;
  for (const toleration of each(spec.tolerations, at.tolerations)) {
    if (toleration.value.key !== master) continue;
    const field = toleration.at.key;
    report({
      at: field,
      message: 'toleration',
      data: { label: master, instead: controlPlane },
      fixes: [{ title: `Write "${controlPlane}"`, safety: 'unsafe', changes: [set(field, controlPlane)] }],
    });
  }
}

function toleratesControlPlane({ key, operator }: Decoded<core.Toleration>): boolean {
  return key === controlPlane || (!key && operator === 'Exists');
}
