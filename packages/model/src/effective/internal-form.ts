import type { Kind } from '../kinds.js';
import type { Decoded, core } from '../types.js';
import { dropInitContainerAnnotations } from './old-annotations.js';
import { podTemplateOf } from './pod-template.js';
import { zeroRollingUpdate } from './rolling-update.js';

/**
 * What the server changes when it turns a decoded object into its own form, on create and on update alike, after the
 * defaults:
 * the conversions of pkg/apis/{core,apps}/v1, conversion.go. In place.
 */
export function convertToInternal(kind: Kind, object: { readonly spec?: object }): void {
  const template = podTemplateOf(kind, object);
  dropInitContainerAnnotations(template?.metadata);
  if (template?.spec) nameServiceAccount(template.spec);
  if (kind.kind === 'Pod') endInTime((object as Decoded<core.Pod>).spec ?? {});
  if (object.spec) zeroRollingUpdate(kind, object.spec);
}

/** serviceAccount is the old name of serviceAccountName, and gives way to it: Convert_v1_PodSpec_To_core_PodSpec. */
function nameServiceAccount(spec: Decoded<core.PodSpec>): void {
  if (!spec.serviceAccountName && spec.serviceAccount) spec.serviceAccountName = spec.serviceAccount;
}

/** A negative time to end becomes one second, in a Pod and not in a template: Convert_v1_Pod_To_core_Pod. */
function endInTime(spec: Decoded<core.PodSpec>): void {
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) spec.terminationGracePeriodSeconds = 1;
}
