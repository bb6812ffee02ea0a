import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core, meta } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsSubdomainProblem } from '../../formats.js';
import { validateAnnotations, validateLabels } from '../../meta/labels.js';
import { validateClaimSpec } from './claim-spec.js';
import { requireFields } from './required.js';
import type { SourceCheck, VolumeScope } from './types.js';

const says = defineMessages('volume-claim', {
  name: 'the name of the PersistentVolumeClaim',
  'no-template':
    'An ephemeral volume is a claim made for this Pod, and nothing says what to claim. Set "volumeClaimTemplate".',
  'invalid-created-name':
    'The claim that is created for this volume would be named "{name}", which does not fit: {problem}. Rename the volume.',
  'forbidden-metadata':
    '"{field}" of a claim that is made by a template is not yours to set. Remove it; only labels and annotations are kept.',
});

type ObjectMeta = Decoded<meta.ObjectMeta>;

/**
 * One of a StatefulSet's `volumeClaimTemplates`: only the spec is checked, the controller fills in the metadata
 * (validateVolumeClaimTemplates, pkg/apis/apps/validation).
 */
export function validatePersistentVolumeClaimTemplate(
  claim: Decoded<core.PersistentVolumeClaim>,
  path: FieldPath,
  context: Context,
): void {
  validateClaimSpec(claim.spec ?? {}, path.child('spec'), context);
}

export const validatePersistentVolumeClaim: SourceCheck<'persistentVolumeClaim'> = (source, path, { context }) => {
  requireFields(source, { claimName: says.name }, path, context);
};

export const validateEphemeral: SourceCheck<'ephemeral', VolumeScope> = (
  { volumeClaimTemplate: template },
  path,
  scope,
) => {
  const { context } = scope;
  const templatePath = path.child('volumeClaimTemplate');
  if (template) {
    validateCreatedMetadata(template.metadata ?? {}, templatePath.child('metadata'), context);
    validateClaimSpec(template.spec ?? {}, templatePath.child('spec'), context);
  } else {
    context.report.required(templatePath, says['no-template']());
  }
  validateCreatedClaimName(scope);
};

/** The claim's name is made of the Pod's and the volume's. */
export function createdClaimName(podName: string, volumeName: string): string {
  return `${podName}-${volumeName}`;
}

function validateCreatedClaimName({ podName, volume, path, context }: VolumeScope): void {
  if (!podName || !volume.name) return;
  const claimName = createdClaimName(podName, volume.name);
  const problem = dnsSubdomainProblem(claimName);
  if (problem) context.report.invalid(path.child('name'), says['invalid-created-name']({ name: claimName, problem }));
}

/**
 * Fields that only the server or the controller may set, with the spelling that the server reports
 * (ValidateTemplateObjectMeta).
 */
const forbiddenMetadata: { readonly [Field in keyof ObjectMeta]: string } = {
  name: 'name',
  generateName: 'generateName',
  namespace: 'namespace',
  selfLink: 'selfLink',
  uid: 'uID',
  resourceVersion: 'resourceVersion',
  generation: 'generation',
  creationTimestamp: 'creationTimestamp',
  deletionTimestamp: 'deletionTimestamp',
  deletionGracePeriodSeconds: 'deletionGracePeriodSeconds',
  ownerReferences: 'ownerReferences',
  finalizers: 'finalizers',
  managedFields: 'managedFields',
};

/** Metadata of a claim that is made by a template (ValidateTemplateObjectMeta). */
export function validateCreatedMetadata(metadata: ObjectMeta, path: FieldPath, context: Context): void {
  validateAnnotations(metadata.annotations, path.child('annotations'), context);
  validateLabels(metadata.labels, path.child('labels'), context);
  for (const field of Object.keys(metadata) as (keyof ObjectMeta)[]) {
    const reported = forbiddenMetadata[field];
    if (!reported || isZero(field, metadata)) continue;
    context.report.forbidden(path.child(reported), says['forbidden-metadata']({ field }), { at: path.child(field) });
  }
}

/**
 * Go's zero value: an empty text and a zero generation count as absent, an empty list and a zero behind a pointer do
 * not.
 */
function isZero(field: keyof ObjectMeta, metadata: ObjectMeta): boolean {
  const value = metadata[field];
  return value === undefined || value === '' || (field === 'generation' && value === 0);
}
