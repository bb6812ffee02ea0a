import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type storage, semanticEqual } from '@podlint/model';
import { type Context, dnsSubdomainProblem, requireField, requireUnchanged } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateTokenRequests } from './token-requests.js';

const says = defineMessages('csi-driver', {
  'period-too-short': '{seconds} s is too short a time between updates. Use {limit} or more, or leave it out.',
  'no-tokens':
    'Tokens cannot be handed over in secrets, since none are asked for. List tokenRequests, or remove the field.',
  'attach-settled': 'attachRequired is settled when the driver is registered. Delete and recreate the CSIDriver.',
});

type CSIDriver = Decoded<storage.CSIDriver>;
type CSIDriverSpec = Decoded<storage.CSIDriverSpec>;

const specPath = FieldPath.root.child('spec');
/** The server's name for the field attachRequired. */
const attachPath = specPath.child('attachedRequired');
const attachPlace = specPath.child('attachRequired');

const fsGroupPolicies = ['ReadWriteOnceWithFSType', 'File', 'None'];
const lifecycleModes = ['Persistent', 'Ephemeral'];
const minPeriodSeconds = 10;
/** In 1.29 these were settled too. */
const moreCanChangeSince: Minor = 30;

/** pkg/registry/storage/csidriver/strategy.go, and ValidateCSIDriver in pkg/apis/storage/validation. */
export const csiDriverStrategy: Strategy<CSIDriver> = {
  nameProblem: dnsSubdomainProblem,
  validateCreate({ spec = {} }, context) {
    validateSpec(spec, context);
  },
  validateUpdate({ spec = {} }, { spec: old = {} }, context) {
    validateSpec(spec, context);
    if (!semanticEqual(spec.attachRequired, old.attachRequired, 'attachRequired'))
      context.report.invalid(attachPath, says['attach-settled'](), { at: attachPlace });
    const older = context.minor < moreCanChangeSince ? (['fsGroupPolicy', 'podInfoOnMount'] as const) : [];
    requireUnchanged(spec, old, ['volumeLifecycleModes', ...older], specPath, context);
  },
};

function validateSpec(spec: CSIDriverSpec, context: Context): void {
  const { fsGroupPolicy, tokenRequests = [], volumeLifecycleModes = [] } = spec;
  const { report } = context;
  requireField(spec.attachRequired, attachPath, context);
  for (const field of ['podInfoOnMount', 'storageCapacity'] as const)
    requireField(spec[field], specPath.child(field), context);
  if (fsGroupPolicy !== undefined && !fsGroupPolicies.includes(fsGroupPolicy))
    report.notSupported(specPath.child('fsGroupPolicy'), fsGroupPolicy, fsGroupPolicies);
  validateTokenRequests(tokenRequests, specPath.child('tokenRequests'), context);
  const modesPath = specPath.child('volumeLifecycleModes');
  volumeLifecycleModes.forEach((mode, i) => {
    if (!lifecycleModes.includes(mode))
      report.notSupported(modesPath, mode, lifecycleModes, { at: modesPath.index(i) });
  });
  validateNewerFields(spec, context);
}

function validateNewerFields(spec: CSIDriverSpec, context: Context): void {
  const { nodeAllocatableUpdatePeriodSeconds: seconds, serviceAccountTokenInSecrets, tokenRequests = [] } = spec;
  if (context.enabled('SELinuxMountReadWriteOncePod'))
    requireField(spec.seLinuxMount, specPath.child('seLinuxMount'), context);
  if (seconds !== undefined && seconds < minPeriodSeconds)
    context.report.invalid(
      specPath.child('nodeAllocatableUpdatePeriodSeconds'),
      says['period-too-short']({ seconds, limit: minPeriodSeconds }),
    );
  if (serviceAccountTokenInSecrets !== undefined && tokenRequests.length === 0)
    context.report.invalid(specPath.child('serviceAccountTokenInSecrets'), says['no-tokens']());
  if (context.enabled('VolumeLimitScaling'))
    requireField(spec.preventPodSchedulingIfMissing, specPath.child('preventPodSchedulingIfMissing'), context);
}
