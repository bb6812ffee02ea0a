import { own, setOwn } from '@podlint/plain';
import type { Decoded, Minor, core } from '@podlint/model';
import { appArmorAnnotationPrefix } from '@podlint/validation';

type Pod = Decoded<core.Pod>;
type Profile = Decoded<core.AppArmorProfile>;
type Container = Decoded<core.Container> | Decoded<core.EphemeralContainer>;

const localhostPrefix = 'localhost/';
const maxLocalhostProfileLength = 4095;

/** The versions that know the field; those before 1.34 also write the annotation, for older kubelets. */
const firstWithField: Minor = 30;
const lastThatWritesAnnotation: Minor = 33;

/**
 * A container's profile was an annotation before it was a field; the one that is missing follows from the other
 * (applyAppArmorVersionSkew).
 */
export function syncAppArmor(pod: Pod, minor: Minor): void {
  if (minor < firstWithField || pod.spec?.os?.name === 'windows') return;
  const { initContainers = [], containers = [], ephemeralContainers = [] } = pod.spec ?? {};
  for (const container of [...initContainers, ...containers, ...ephemeralContainers])
    syncContainer(pod, container, minor);
}

function syncContainer(pod: Pod, container: Container, minor: Minor): void {
  const key = appArmorAnnotationPrefix + (container.name ?? '');
  const annotation = own(pod.metadata?.annotations, key);
  const ownProfile = container.securityContext?.appArmorProfile;
  const podProfile = pod.spec?.securityContext?.appArmorProfile;
  if (annotation === undefined) {
    if (minor <= lastThatWritesAnnotation) annotate(pod, key, ownProfile ?? podProfile);
  } else if (!ownProfile) {
    const profile = profileOf(annotation);
    if (profile && !isSame(profile, podProfile)) (container.securityContext ??= {}).appArmorProfile = profile;
  }
}

/** ApparmorFieldForAnnotation, without what ValidateAppArmorProfileField would refuse. */
function profileOf(annotation: string): Profile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  if (!annotation.startsWith(localhostPrefix)) return undefined;
  const localhostProfile = annotation.slice(localhostPrefix.length);
  const isFine =
    localhostProfile !== '' &&
    localhostProfile.trim() === localhostProfile &&
    localhostProfile.length <= maxLocalhostProfileLength;
  return isFine ? { type: 'Localhost', localhostProfile } : undefined;
}

function isSame(a: Profile, b: Profile | undefined): boolean {
  return a.type === b?.type && a.localhostProfile === b?.localhostProfile;
}

/** appArmorAnnotationForField. */
function annotate(pod: Pod, key: string, profile: Profile | undefined): void {
  const text = profile && annotationOf(profile);
  if (text) setOwn(((pod.metadata ??= {}).annotations ??= {}), key, text);
}

function annotationOf({ type, localhostProfile }: Profile): string | undefined {
  if (type === 'Unconfined') return 'unconfined';
  if (type === 'RuntimeDefault') return 'runtime/default';
  return type === 'Localhost' && localhostProfile !== undefined ? localhostPrefix + localhostProfile : undefined;
}
