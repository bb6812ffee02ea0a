import { own } from '@podlint/plain';
import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, Minor, core, meta } from '@podlint/model';
import { visitContainers } from '../pod/visit-containers.js';
import {
  appArmorAnnotationPrefix,
  seccompContainerAnnotationPrefix,
  seccompPodAnnotation,
} from '../pod/well-known-annotations.js';
import type { PodScope } from './warning.js';

const says = defineMessages('deprecated-annotation', {
  'no-effect': 'The annotation "{key}" has no effect any more. Use {field}.',
  seccomp:
    'The annotation "{key}" has no effect since 1.27, so the profile is not applied. Use seccompProfile in the security context.',
  apparmor: 'The annotation "{key}" is deprecated since 1.30. Use appArmorProfile in the security context.',
});

type AppArmorProfile = Decoded<core.AppArmorProfile>;

/** Annotations without effect, and the field that took their place (deprecatedAnnotations, pkg/api/pod/warnings.go). */
const deprecatedAnnotations: readonly (readonly [key: string, field: string])[] = [
  ['scheduler.alpha.kubernetes.io/critical-pod', 'spec.priorityClassName'],
  ['security.alpha.kubernetes.io/sysctls', 'securityContext.sysctls'],
  ['security.alpha.kubernetes.io/unsafe-sysctls', 'securityContext.sysctls'],
];

/** The version in which AppArmor profiles became fields. */
const appArmorFieldsSince: Minor = 30;

/** Before, a profile for the whole pod was reason enough not to warn in a template. */
const templateProfilesComparedSince: Minor = 34;

export function warnAboutAnnotations(scope: PodScope): void {
  const { annotations } = scope.metadata;
  if (!annotations) return;
  for (const [key, field] of deprecatedAnnotations) {
    if (own(annotations, key) !== undefined) warn(key, says['no-effect']({ key, field }), scope);
  }
  warnAboutSeccomp(annotations, scope);
}

type Annotations = NonNullable<Decoded<meta.ObjectMeta>['annotations']>;

function warn(key: string, message: Message, scope: PodScope): void {
  scope.warn(scope.path.child('metadata', 'annotations').key(key), message);
}

function warnAboutSeccomp(annotations: Annotations, scope: PodScope): void {
  const { spec } = scope;
  if (!spec.securityContext?.seccompProfile) warnAboutSeccompKey(seccompPodAnnotation, annotations, scope);
  visitContainers(spec, ({ name = '', securityContext }) => {
    if (!securityContext?.seccompProfile)
      warnAboutSeccompKey(seccompContainerAnnotationPrefix + name, annotations, scope);
  });
}

function warnAboutSeccompKey(key: string, annotations: Annotations, scope: PodScope): void {
  if (own(annotations, key) !== undefined) warn(key, says.seccomp({ key }), scope);
}

/**
 * AppArmor profiles as annotations only. To be asked before the server's preparation, which writes them into the fields
 * of a Pod (applyAppArmorVersionSkew, pkg/registry/core/pod/strategy.go, for Pods; warningsForPodSpecAndMeta,
 * pkg/api/pod/warnings.go, for templates).
 */
export function warnAboutAppArmor(scope: PodScope, owner: 'Pod' | 'PodTemplate'): void {
  const { metadata, minor, spec } = scope;
  const { annotations } = metadata;
  if (!annotations || minor < appArmorFieldsSince || (owner === 'Pod' && spec.os?.name === 'windows')) return;
  const ofPod = spec.securityContext?.appArmorProfile;
  const anyProfileWillDo = owner === 'PodTemplate' && minor < templateProfilesComparedSince;
  visitContainers(spec, ({ name = '', securityContext }) => {
    const key = appArmorAnnotationPrefix + name;
    const annotation = own(annotations, key);
    if (
      annotation === undefined ||
      securityContext?.appArmorProfile ||
      (ofPod && (anyProfileWillDo || saysTheSame(annotation, ofPod)))
    )
      return;
    warn(key, says.apparmor({ key }), scope);
  });
}

function saysTheSame(annotation: string, { type, localhostProfile }: AppArmorProfile): boolean {
  if (type === 'Localhost') return Boolean(localhostProfile) && annotation === `localhost/${localhostProfile}`;
  if (localhostProfile !== undefined) return false;
  return (
    (type === 'Unconfined' && annotation === 'unconfined') ||
    (type === 'RuntimeDefault' && annotation === 'runtime/default')
  );
}
