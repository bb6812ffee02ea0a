import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../context.js';
import { validateAnnotations, validateLabels } from '../meta/labels.js';
import { validateProfilesAgree } from './annotated-profiles.js';
import { validatePodAnnotations } from './annotations.js';
import { validatePodSpec } from './spec.js';

const says = defineMessages('pod-template', {
  'ephemeral-containers':
    'A template cannot hold ephemeral containers: they are added to a running Pod with "kubectl debug". Remove them, or make them ordinary containers.',
});

export type PodTemplateSpec = Decoded<core.PodTemplateSpec>;

/** A pod template, in whichever controller (ValidatePodTemplateSpec, pkg/apis/core/validation/validation.go). */
export function validatePodTemplateSpec(template: PodTemplateSpec, path: FieldPath, context: Context): void {
  const { metadata = {}, spec = {} } = template;
  validatePodTemplateMetadata(template, path, context);
  validatePodSpec(spec, {}, path.child('spec'), context);
  validateProfilesAgree(metadata.annotations, spec, path.child('spec'), context);
  if (spec.ephemeralContainers?.length) {
    context.report.forbidden(path.child('spec', 'ephemeralContainers'), says['ephemeral-containers']());
  }
}

/**
 * Labels and annotations of a template, with those that the server reads; the server leaves `metadata` out of their
 * paths.
 */
export function validatePodTemplateMetadata(
  { metadata = {}, spec = {} }: PodTemplateSpec,
  path: FieldPath,
  context: Context,
): void {
  validateLabels(metadata.labels, path.child('labels'), context, path.child('metadata', 'labels'));
  validateAnnotations(metadata.annotations, path.child('annotations'), context, path.child('metadata', 'annotations'));
  validatePodAnnotations(
    metadata.annotations,
    spec,
    path.child('annotations'),
    context,
    path.child('metadata', 'annotations'),
  );
}
