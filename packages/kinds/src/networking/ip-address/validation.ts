import { type Decoded, FieldPath, type networking } from '@podlint/model';
import {
  type Context,
  canonicalIpProblem,
  checkName,
  dnsSubdomainProblem,
  pathSegmentNameProblem,
  requireField,
  requireName,
  requireUnchanged,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

type IPAddress = Decoded<networking.IPAddress>;

const specPath = FieldPath.root.child('spec');

/** pkg/registry/networking/ipaddress/strategy.go, and ValidateIPAddress in pkg/apis/networking/validation. */
export const ipAddressStrategy: Strategy<IPAddress> = {
  nameProblem: canonicalIpProblem,
  generateNameProblem: () => canonicalIpProblem,
  generateName: (base) => base,
  updateChecksName: true,
  validateCreate: validateIpAddress,
  validateUpdate(address, old, context) {
    validateIpAddress(address, context);
    requireUnchanged(address.spec ?? {}, old.spec ?? {}, ['parentRef'], specPath, context);
  },
};

/** validateIPAddressParentReference: whose address it is. */
function validateIpAddress({ spec: { parentRef } = {} }: IPAddress, context: Context): void {
  const path = specPath.child('parentRef');
  requireField(parentRef, path, context);
  if (!parentRef) return;
  const { group, resource, name, namespace } = parentRef;
  checkName(group || undefined, path.child('group'), dnsSubdomainProblem, context);
  requireName(resource, path.child('resource'), pathSegmentNameProblem, context);
  requireName(name, path.child('name'), pathSegmentNameProblem, context);
  checkName(namespace || undefined, path.child('namespace'), pathSegmentNameProblem, context);
}
