import { type Decoded, FieldPath, type Minor, type resource } from '@podlint/model';
import { dnsSubdomainProblem, requireUnchanged, takeFields } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateResourceClaimSpec } from '../claim-spec.js';

const specPath = FieldPath.root.child('spec');
/** Since then the name is checked on update, and a spec that may not change is not looked at. */
const checksNameInsteadSince: Minor = 35;

/**
 * pkg/registry/resource/resourceclaim/strategy.go, and ValidateResourceClaim in pkg/apis/resource/validation.
 * Whether the namespace has the label that `adminAccess` needs, only a cluster knows.
 */
export const resourceClaimStrategy: Strategy<Decoded<resource.ResourceClaim>> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: ({ minor }) => minor >= checksNameInsteadSince,
  prepareForCreate(claim) {
    delete claim.status;
  },
  validateCreate({ spec = {} }, context) {
    validateResourceClaimSpec(spec, 'new', specPath, context);
  },
  prepareForUpdate(claim, old) {
    takeFields(claim, old, 'status');
  },
  validateUpdate({ spec = {} }, { spec: old = {} }, context) {
    requireUnchanged({ spec }, { spec: old }, ['spec'], FieldPath.root, context);
    if (context.minor < checksNameInsteadSince) validateResourceClaimSpec(spec, 'stored', specPath, context);
  },
};
