import { type Decoded, FieldPath, type resource } from '@podlint/model';
import { type Context, dnsSubdomainProblem, requireUnchanged, validateCreatedMetadata } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateResourceClaimSpec } from '../claim-spec.js';

type ResourceClaimTemplate = Decoded<resource.ResourceClaimTemplate>;

const specPath = FieldPath.root.child('spec');

/**
 * pkg/registry/resource/resourceclaimtemplate/strategy.go, and ValidateResourceClaimTemplate in
 * pkg/apis/resource/validation. An update is looked at as something new, though nothing may change.
 */
export const resourceClaimTemplateStrategy: Strategy<ResourceClaimTemplate> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  validateCreate: validateTemplate,
  validateUpdate(template, old, context) {
    validateTemplate(template, context);
    requireUnchanged({ spec: template.spec ?? {} }, { spec: old.spec ?? {} }, ['spec'], FieldPath.root, context);
  },
};

function validateTemplate({ spec: { metadata = {}, spec = {} } = {} }: ResourceClaimTemplate, context: Context): void {
  validateCreatedMetadata(metadata, specPath.child('metadata'), context);
  validateResourceClaimSpec(spec, 'new', specPath.child('spec'), context);
}
