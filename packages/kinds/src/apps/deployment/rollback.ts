import type { Decoded, apps } from '@podlint/model';
import { counterIn, writeCounter } from '../counter-annotation.js';

type Deployment = Decoded<apps.Deployment>;

/** The revision to go back to, once a field: Convert_v1_Deployment_To_apps_Deployment, pkg/apis/apps/v1/conversion.go. */
export const rollbackAnnotation = 'deprecated.deployment.rollback.to';

/** An empty text stands for none. */
export function unreadableRollback(annotations: Readonly<Record<string, string | undefined>>): string | undefined {
  return annotations[rollbackAnnotation] && counterIn(annotations, rollbackAnnotation) === undefined
    ? rollbackAnnotation
    : undefined;
}

/** A number that is there is written back as Go prints it. */
export function keepRollback(stored: Deployment, { metadata }: Deployment): void {
  writeCounter(stored, rollbackAnnotation, counterIn(metadata?.annotations, rollbackAnnotation));
}
