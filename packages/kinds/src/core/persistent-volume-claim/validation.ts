import { type Decoded, FieldPath, type core } from '@podlint/model';
import {
  type ClaimOptions,
  Context,
  dnsSubdomainProblem,
  takeFields,
  validateClaimSpec,
  validateLabelSelector,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { prepareDataSources } from './data-sources.js';
import { validateClaimUpdate } from './update.js';

type Claim = Decoded<core.PersistentVolumeClaim>;
type ClaimSpec = Decoded<core.PersistentVolumeClaimSpec>;

/** pkg/registry/core/persistentvolumeclaim/strategy.go and ValidatePersistentVolumeClaim in pkg/apis/core/validation. */
export const persistentVolumeClaimStrategy: Strategy<Claim> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  prepareForCreate(claim, context) {
    prepareDataSources((claim.spec ??= {}), undefined, context);
  },
  validateCreate({ spec = {} }, context) {
    validateClaimSpec(spec, specPath, context);
  },
  prepareForUpdate(claim, old, context) {
    takeFields(claim, old, 'status');
    prepareDataSources((claim.spec ??= {}), old.spec, context);
  },
  validateUpdate(claim, old, context) {
    validateClaimSpec(claim.spec ?? {}, specPath, context, optionsForUpdate(old.spec ?? {}, context));
    validateClaimUpdate(claim, old, context);
  },
};

const specPath = FieldPath.root.child('spec');

/** ValidationOptionsForPersistentVolumeClaim: what the stored claim has stays possible. */
function optionsForUpdate(
  { selector, dataSource, dataSourceRef }: ClaimSpec,
  { minor, options }: Context,
): ClaimOptions {
  const trial = new Context(minor, options);
  validateLabelSelector(selector, specPath, trial);
  const namesGroup = dataSource?.apiGroup !== undefined || dataSourceRef?.apiGroup !== undefined;
  return {
    selectorValues: trial.report.errors.length > 0 ? 'tolerated' : 'checked',
    sourceGroups: namesGroup ? 'tolerated' : 'checked',
  };
}
