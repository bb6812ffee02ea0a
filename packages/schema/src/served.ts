import { findKindByName, type Kind } from '@podlint/model';

/**
 * Group/versions that once had a kind of podlint's; each was gone before 1.29, so that no version podlint knows serves
 * one.
 */
const onceServed: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['extensions/v1beta1', 'apps/v1beta1', 'apps/v1beta2'],
  ReplicaSet: ['extensions/v1beta1', 'apps/v1beta2'],
  DaemonSet: ['extensions/v1beta1', 'apps/v1beta2'],
  StatefulSet: ['apps/v1beta1', 'apps/v1beta2'],
  CronJob: ['batch/v1beta1', 'batch/v2alpha1'],
};

/** The kind as it is served now, for an apiVersion that served it once. */
export function servedInstead(apiVersion: string, kind: string): Kind | undefined {
  return onceServed[kind]?.includes(apiVersion) ? findKindByName(kind) : undefined;
}
