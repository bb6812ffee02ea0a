import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type discovery } from '@podlint/model';
import { type Warn, spellingCheckedSince, warnAboutSpelling } from '@podlint/validation';

const says = defineMessages('endpoint-slice-warning', {
  'names-deprecated':
    'Endpoints that are names are deprecated, and nothing in Kubernetes reads them. Use IPv4 or IPv6.',
});

const root = FieldPath.root;
const managers = ['endpointslice-controller.k8s.io', 'endpointslicemirroring-controller.k8s.io'];

/** WarningsOnCreate, pkg/registry/discovery/endpointslice/strategy.go. */
export function warnAboutEndpointSlice(
  { metadata, addressType, endpoints }: Decoded<discovery.EndpointSlice>,
  warn: Warn,
  minor: Minor,
): void {
  if (addressType === 'FQDN')
    warn(root.child('spec', 'addressType'), says['names-deprecated'](), { at: root.child('addressType') });
  const manager = metadata?.labels?.['endpointslice.kubernetes.io/managed-by'];
  if (minor < spellingCheckedSince || managers.includes(manager ?? '')) return;
  endpoints?.forEach(({ addresses }, i) => {
    const path = root.child('endpoints').index(i).child('addresses');
    addresses?.forEach((address, j) => {
      warnAboutSpelling(address, path.index(j), warn);
    });
  });
}
