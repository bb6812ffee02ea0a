import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import type { Context } from '../context.js';
import type { StringMap } from '../meta/labels.js';
import { containerPath, visitContainers } from './visit-containers.js';
import {
  appArmorAnnotationPrefix,
  seccompContainerAnnotationPrefix,
  seccompPodAnnotation,
} from './well-known-annotations.js';

const says = defineMessages('profile-annotation', {
  differs:
    'The annotation says "{annotation}" and the field something else. Remove the annotation, which is deprecated.',
});

type PodSpec = Decoded<core.PodSpec>;
type Profile = Decoded<core.SeccompProfile> | Decoded<core.AppArmorProfile>;

/** The fields for AppArmor, and so the comparison, came with this version. */
const appArmorFieldsSince: Minor = 30;

const localhostPrefix = 'localhost/';

/** How annotations write the types of profiles that have no name of their own. */
type ProfileTexts = Readonly<Record<string, readonly string[]>>;

const seccompTexts: ProfileTexts = {
  Unconfined: ['unconfined'],
  RuntimeDefault: ['runtime/default', 'docker/default'],
};
const appArmorTexts: ProfileTexts = { Unconfined: ['unconfined'], RuntimeDefault: ['runtime/default'] };

/** Where a profile is given as a field and as an annotation too, they must say the same. */
export function validateProfilesAgree(
  annotations: StringMap | undefined,
  spec: PodSpec,
  specPath: FieldPath,
  context: Context,
): void {
  if (!annotations || !hasProfile(annotations)) return;
  validateSeccompAgrees(annotations, spec, specPath, context);
  if (context.minor >= appArmorFieldsSince && spec.os?.name !== 'windows')
    validateAppArmorAgrees(annotations, spec, specPath, context);
}

function hasProfile(annotations: StringMap): boolean {
  for (const key in annotations) {
    if (
      key === seccompPodAnnotation ||
      key.startsWith(seccompContainerAnnotationPrefix) ||
      key.startsWith(appArmorAnnotationPrefix)
    )
      return true;
  }
  return false;
}

/** validateSeccompAnnotationsAndFields, pkg/apis/core/validation/validation.go. */
function validateSeccompAgrees(annotations: StringMap, spec: PodSpec, specPath: FieldPath, context: Context): void {
  const ofPod = spec.securityContext?.seccompProfile;
  const podAnnotation = annotations[seccompPodAnnotation];
  if (ofPod && podAnnotation !== undefined)
    compare(podAnnotation, ofPod, seccompTexts, specPath.child('securityContext', 'seccompProfile'), context);
  visitContainers(spec, ({ name = '', securityContext }, list, i) => {
    const profile = securityContext?.seccompProfile;
    const annotation = own(annotations, seccompContainerAnnotationPrefix + name);
    if (profile && annotation !== undefined)
      compare(
        annotation,
        profile,
        seccompTexts,
        containerPath(specPath, list, i).child('securityContext', 'seccompProfile'),
        context,
      );
  });
}

/**
 * validateAppArmorAnnotationsAndFieldsMatchOnCreate. The pod's profile is that of a container without one, and is then
 * reported at the container.
 */
function validateAppArmorAgrees(annotations: StringMap, spec: PodSpec, specPath: FieldPath, context: Context): void {
  const ofPod = spec.securityContext?.appArmorProfile;
  visitContainers(spec, ({ name = '', securityContext }, list, i) => {
    const profile = securityContext?.appArmorProfile ?? ofPod;
    const annotation = own(annotations, appArmorAnnotationPrefix + name);
    if (profile && annotation !== undefined)
      compare(
        annotation,
        profile,
        appArmorTexts,
        containerPath(specPath, list, i).child('securityContext', 'appArmorProfile'),
        context,
      );
  });
}

function compare(
  annotation: string,
  { type = '', localhostProfile }: Profile,
  texts: ProfileTexts,
  path: FieldPath,
  context: Context,
): void {
  if (type !== 'Localhost') {
    if (Object.hasOwn(texts, type) && !texts[type]!.includes(annotation))
      reportDifference(annotation, path.child('type'), context);
  } else if (!annotation.startsWith(localhostPrefix)) {
    reportDifference(annotation, path.child('type'), context);
  } else if (annotation.slice(localhostPrefix.length) !== localhostProfile) {
    reportDifference(annotation, path.child('localhostProfile'), context);
  }
}

function reportDifference(annotation: string, field: FieldPath, { report }: Context): void {
  report.forbidden(field, says.differs({ annotation }));
}
