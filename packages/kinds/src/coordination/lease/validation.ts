import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type coordination } from '@podlint/model';
import { type Context, dnsSubdomainProblem } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('lease', {
  'no-duration': 'A lease of {seconds} s is over at once. Use 1 or more.',
  'negative-transitions': 'The lease cannot have changed hands {count} times. Use 0 or more; whoever holds it counts.',
});

type Lease = Decoded<coordination.Lease>;

const specPath = FieldPath.root.child('spec');

/**
 * pkg/registry/coordination/lease/strategy.go, and ValidateLease in pkg/apis/coordination/validation. What it says of
 * strategy and preferredHolder is not here: both are gone before, as long as the gate CoordinatedLeaderElection is off,
 * which it is by default in every version.
 */
export const leaseStrategy: Strategy<Lease> = {
  nameProblem: dnsSubdomainProblem,
  checksMetadata: 'plainly',
  validateCreate: validateLease,
  validateUpdate(lease, _old, context) {
    validateLease(lease, context);
  },
};

function validateLease({ spec = {} }: Lease, { report }: Context): void {
  const { leaseDurationSeconds: seconds, leaseTransitions: count } = spec;
  if (seconds !== undefined && seconds <= 0)
    report.invalid(specPath.child('leaseDurationSeconds'), says['no-duration']({ seconds }));
  if (count !== undefined && count < 0)
    report.invalid(specPath.child('leaseTransitions'), says['negative-transitions']({ count }));
}
