import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, parseQuantity, type storage } from '@podlint/model';
import {
  type Context,
  type LabelSelectorOptions,
  checkName,
  dnsSubdomainProblem,
  requireUnchanged,
  selectorOptionsForUpdate,
  validateLabelSelector,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('csi-storage-capacity', {
  negative: 'A capacity of {amount} is below zero. Use 0 or more, or leave it out.',
});

type CSIStorageCapacity = Decoded<storage.CSIStorageCapacity>;

const root = FieldPath.root;

/** pkg/registry/storage/csistoragecapacity/strategy.go, and ValidateCSIStorageCapacity in pkg/apis/storage/validation. */
export const csiStorageCapacityStrategy: Strategy<CSIStorageCapacity> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  validateCreate(capacity, context) {
    validateCapacity(capacity, { values: 'checked' }, context);
  },
  validateUpdate(capacity, old, context) {
    validateCapacity(capacity, selectorOptionsForUpdate([old.nodeTopology], context), context);
    requireUnchanged(capacity, old, ['nodeTopology', 'storageClassName'], root, context);
  },
};

function validateCapacity(
  { nodeTopology, storageClassName = '', capacity }: CSIStorageCapacity,
  options: LabelSelectorOptions,
  context: Context,
): void {
  validateLabelSelector(nodeTopology, root.child('nodeTopology'), context, options);
  checkName(storageClassName, root.child('storageClassName'), dnsSubdomainProblem, context);
  if (capacity !== undefined && parseQuantity(capacity)?.sign === -1)
    context.report.invalid(root.child('capacity'), says.negative({ amount: capacity }));
}
