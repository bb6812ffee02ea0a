import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core, semanticEqual } from '@podlint/model';
import type { Context } from '@podlint/validation';

const says = defineMessages('node-update', {
  'address-twice': 'The address is listed twice. Remove one.',
  'pod-cidrs': 'The ranges of a node are set once. Leave them as they are, or delete and recreate the node.',
  'provider-id': 'The providerID of a node is set once. Leave it as it is, or delete and recreate the node.',
  'external-id': 'The externalID of a node cannot change. Leave it as it is.',
});

type Node = Decoded<core.Node>;

const specPath = FieldPath.root.child('spec');

/** ValidateNodeUpdate, pkg/apis/core/validation/validation.go, besides what holds for new nodes too. */
export function validateNodeUpdate(node: Node, old: Node, { report }: Context): void {
  const addresses = node.status?.addresses ?? [];
  addresses.forEach((address, i) => {
    if (addresses.findIndex((other) => semanticEqual(other, address)) < i)
      report.duplicate(FieldPath.root.child('status', 'addresses').index(i), says['address-twice']());
  });
  const { spec = {} } = node;
  const { spec: oldSpec = {} } = old;
  const oldRanges = oldSpec.podCIDRs ?? [];
  if (oldRanges.length > 0 && !semanticEqual(spec.podCIDRs, oldRanges))
    report.forbidden(specPath.child('podCIDRs'), says['pod-cidrs']());
  if (oldSpec.providerID && spec.providerID !== oldSpec.providerID)
    report.forbidden(specPath.child('providerID'), says['provider-id']());
  if ((spec.externalID ?? '') !== (oldSpec.externalID ?? ''))
    report.forbidden(specPath.child('externalID'), says['external-id']());
}
