import type { Kind, Minor } from '@podlint/model';
import {
  type KubernetesObject,
  type PodScope,
  type Warn,
  type Warning,
  podPlaceOf,
  warnAboutAppArmor,
  warnAboutPod,
} from '@podlint/validation';
import { moduleOf } from '../module-of.js';

/**
 * What the server says in `Warning:` headers when it takes the object (WarningsOnCreate of the kind's strategy).
 * The object has gone through the server's preparation; `warningsOfManifest` are to be asked before that.
 */
export function collectWarnings(kind: Kind, object: KubernetesObject, minor: Minor): Warning[] {
  const warnings: Warning[] = [];
  const warn: Warn = (path, message, details) => warnings.push({ path, message, ...details });
  moduleOf(kind).warn?.(object, warn, minor);
  const scope = podScopeOf(kind, object, minor, warn);
  if (scope) warnAboutPod(scope);
  return warnings;
}

/** Warnings about what the server's preparation covers up. */
export function warningsOfManifest(kind: Kind, object: KubernetesObject, minor: Minor): Warning[] {
  const warnings: Warning[] = [];
  const scope = podScopeOf(kind, object, minor, (path, message, details) =>
    warnings.push({ path, message, ...details }),
  );
  if (scope) warnAboutAppArmor(scope, kind.podTemplate?.length === 0 ? 'Pod' : 'PodTemplate');
  return warnings;
}

function podScopeOf(kind: Kind, object: KubernetesObject, minor: Minor, warn: Warn): PodScope | undefined {
  const place = podPlaceOf(kind, object);
  if (!place) return undefined;
  const { template, path } = place;
  return {
    minor,
    spec: template.spec ?? {},
    metadata: template.metadata ?? {},
    path,
    specPath: path.child('spec'),
    warn,
  };
}
