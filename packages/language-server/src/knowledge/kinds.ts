import { findKind, findKindByName, type Kind } from '@podlint/model';

/**
 * The kind that both name together; by its name alone where the apiVersion is not there, or names another one of
 * Kubernetes' own.
 */
export function kindNamed(apiVersion: string | undefined, kind: string | undefined): Kind | undefined {
  if (kind === undefined) return undefined;
  const found = apiVersion === undefined ? undefined : findKind(apiVersion, kind);
  return found ?? (isCustom(apiVersion) ? undefined : findKindByName(kind));
}

/** A custom resource may have the name of a built-in kind, and its group has a dot in it. */
function isCustom(apiVersion = ''): boolean {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return group.includes('.') && !group.endsWith('.k8s.io');
}
