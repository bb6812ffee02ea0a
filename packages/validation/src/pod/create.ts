import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../context.js';
import { validateProfilesAgree } from './annotated-profiles.js';
import { validatePodAnnotations } from './annotations.js';
import { validatePodSpec } from './spec.js';
import { mirrorPodAnnotation } from './well-known-annotations.js';

const says = defineMessages('new-pod', {
  'ephemeral-containers':
    'A new Pod cannot have ephemeral containers: they are added to a running one with "kubectl debug". Remove them, or make them ordinary containers.',
  'node-and-gates':
    'A Pod with scheduling gates waits to be scheduled, so it cannot name its node yet. Remove nodeName or the gates.',
  gates: 'the gates',
  'token-without-account':
    'A token belongs to a service account, and the pod has none. Set spec.serviceAccountName, or remove the token.',
});

type Pod = Decoded<core.Pod>;
type PodSpec = Decoded<core.PodSpec>;

/**
 * A new Pod, metadata apart (ValidatePodCreate, pkg/apis/core/validation/validation.go).
 * `path` is that of the document, whose `metadata` and `spec` are looked at.
 */
export function validatePodCreate(pod: Pod, path: FieldPath, context: Context): void {
  const { metadata = {}, spec = {} } = pod;
  const specPath = path.child('spec');
  validatePodAndMetadata(pod, path, context);
  if (spec.ephemeralContainers?.length) {
    context.report.forbidden(specPath.child('ephemeralContainers'), says['ephemeral-containers']());
  }
  if (spec.nodeName && spec.schedulingGates?.length) {
    context.report.forbidden(specPath.child('nodeName'), says['node-and-gates'](), {
      related: [{ field: specPath.child('schedulingGates'), message: says.gates() }],
    });
  }
  validateProfilesAgree(metadata.annotations, spec, specPath, context);
}

/** What holds for a Pod whether it is new or not (validatePodMetadataAndSpec). */
export function validatePodAndMetadata({ metadata = {}, spec = {} }: Pod, path: FieldPath, context: Context): void {
  validatePodAnnotations(metadata.annotations, spec, path.child('metadata', 'annotations'), context);
  validatePodSpec(spec, metadata, path.child('spec'), context);
  if (!spec.serviceAccountName && metadata.annotations?.[mirrorPodAnnotation] !== undefined)
    forbidTokens(spec, path.child('spec'), context);
}

/**
 * An admission plugin gives every other pod the default account before it is validated
 * (plugin/pkg/admission/serviceaccount).
 */
function forbidTokens({ volumes }: PodSpec, specPath: FieldPath, { report }: Context): void {
  volumes?.forEach(({ projected }, i) => {
    projected?.sources?.forEach(({ serviceAccountToken }, j) => {
      if (!serviceAccountToken) return;
      report.forbidden(
        specPath.child('volumes').index(i).child('projected', 'sources').index(j).child('serviceAccountToken'),
        says['token-without-account'](),
      );
    });
  });
}
