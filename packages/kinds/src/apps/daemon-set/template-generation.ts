import type { Decoded, apps } from '@podlint/model';
import { counterIn, writeCounter } from '../counter-annotation.js';

type DaemonSet = Decoded<apps.DaemonSet>;

/** Once a field: Convert_v1_DaemonSet_To_apps_DaemonSet, pkg/apis/apps/v1/conversion.go. */
const generationAnnotation = 'deprecated.daemonset.template.generation';

export function unreadableGeneration(annotations: Readonly<Record<string, string | undefined>>): string | undefined {
  const isUnreadable =
    annotations[generationAnnotation] !== undefined && counterIn(annotations, generationAnnotation) === undefined;
  return isUnreadable ? generationAnnotation : undefined;
}

/** The generations of a template are always counted, from 1 (PrepareForCreate, pkg/registry/apps/daemonset). */
export function countGenerations(stored: DaemonSet, { metadata }: DaemonSet): void {
  const count = counterIn(metadata?.annotations, generationAnnotation);
  writeCounter(stored, generationAnnotation, count !== undefined && count > 1n ? count : 1n);
}
