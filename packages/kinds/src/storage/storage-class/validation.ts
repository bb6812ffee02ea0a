import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, semanticEqual, type storage } from '@podlint/model';
import { type Context, dnsSubdomainProblem, requireUnchanged } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateDriver, validateParameters } from '../driver.js';
import { validateTopologies } from './topologies.js';

const says = defineMessages('storage-class', {
  'no-binding-mode':
    'volumeBindingMode is not set. It says when a volume is created. Set it to Immediate or WaitForFirstConsumer.',
  settled: '`{field}` is settled when the class is created. Delete and recreate the class, or create another one.',
});

type StorageClass = Decoded<storage.StorageClass>;

const root = FieldPath.root;
const reclaimPolicies = ['Delete', 'Retain'];
const bindingModes = ['Immediate', 'WaitForFirstConsumer'];
const forbidden = ['parameters', 'provisioner', 'reclaimPolicy'] as const;

/** Before, a change of these was forbidden, and now it is invalid as that of any field which is settled. */
const plainlySettledSince: Minor = 36;

/** pkg/registry/storage/storageclass/strategy.go, and ValidateStorageClass in pkg/apis/storage/validation. */
export const storageClassStrategy: Strategy<StorageClass> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  validateCreate: validateStorageClass,
  validateUpdate(storageClass, old, context) {
    validateStorageClass(storageClass, context);
    requireUnchanged(storageClass, old, ['volumeBindingMode'], root, context);
    if (context.minor >= plainlySettledSince) requireUnchanged(storageClass, old, forbidden, root, context);
    else forbidChanges(storageClass, old, context);
  },
};

function forbidChanges(storageClass: StorageClass, old: StorageClass, { report }: Context): void {
  for (const field of forbidden)
    if (!semanticEqual(storageClass[field], old[field], field))
      report.forbidden(root.child(field), says.settled({ field }));
}

function validateStorageClass(storageClass: StorageClass, context: Context): void {
  const { provisioner, parameters, reclaimPolicy, volumeBindingMode, allowedTopologies } = storageClass;
  const { report } = context;
  validateDriver(provisioner, root.child('provisioner'), context);
  validateParameters(parameters, root.child('parameters'), context);
  if (reclaimPolicy && !reclaimPolicies.includes(reclaimPolicy))
    report.notSupported(root.child('reclaimPolicy'), reclaimPolicy, reclaimPolicies);
  const modePath = root.child('volumeBindingMode');
  if (volumeBindingMode === undefined) report.required(modePath, says['no-binding-mode']());
  else if (!bindingModes.includes(volumeBindingMode)) report.notSupported(modePath, volumeBindingMode, bindingModes);
  validateTopologies(allowedTopologies ?? [], root.child('allowedTopologies'), context);
}
