import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type discovery, semanticEqual } from '@podlint/model';
import {
  type Context,
  FirstUses,
  checkName,
  dnsLabelProblem,
  dnsSubdomainProblem,
  dropField,
  qualifiedNameProblem,
  related,
  requireField,
  requireUnchanged,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateEndpoints } from './endpoints.js';

const says = defineMessages('endpoint-slice', {
  topology: 'The server silently removes deprecatedTopology. It was a field of v1beta1. Use nodeName and zone.',
  'too-many-ports': '{count} ports are too many; the server takes {limit}. Make another slice of the rest.',
  'port-twice': 'Another port has the name "{name}". Rename one.',
  'unnamed-port-twice': 'Another port has no name either. Name both.',
});

type EndpointSlice = Decoded<discovery.EndpointSlice>;
type EndpointPort = Decoded<discovery.EndpointPort>;

const root = FieldPath.root;
const addressTypes = ['IPv4', 'IPv6', 'FQDN'];
const protocols = ['TCP', 'UDP', 'SCTP'];
const maxPorts = 20_000;
/** Since then endpoints that do not change are not complained about. */
const oldEndpointsStaySince: Minor = 33;

/** pkg/registry/discovery/endpointslice/strategy.go, and ValidateEndpointSlice in pkg/apis/discovery/validation. */
export const endpointSliceStrategy: Strategy<EndpointSlice> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  updateChecksName: true,
  prepareForCreate: dropTopology,
  validateCreate(slice, context) {
    validateSlice(slice, context);
    validateEndpoints(slice, root.child('endpoints'), context);
  },
  prepareForUpdate(slice, old, context) {
    if (!semanticEqual(slice.endpoints, old.endpoints, 'endpoints')) dropTopology(slice, context);
  },
  validateUpdate(slice, old, context) {
    validateSlice(slice, context);
    if (context.minor < oldEndpointsStaySince || !semanticEqual(slice.endpoints, old.endpoints, 'endpoints'))
      validateEndpoints(slice, root.child('endpoints'), context);
    requireUnchanged(slice, old, ['addressType'], root, context);
  },
};

/** dropTopologyOnV1. */
function dropTopology({ endpoints = [] }: EndpointSlice, context: Context): void {
  endpoints.forEach((endpoint, i) => {
    dropField(endpoint, 'deprecatedTopology', root.child('endpoints').index(i), says.topology, context);
  });
}

function validateSlice({ addressType, ports = [] }: EndpointSlice, context: Context): void {
  const path = root.child('addressType');
  if (!addressType) requireField(addressType, path, context);
  else if (!addressTypes.includes(addressType)) context.report.notSupported(path, addressType, addressTypes);
  const portsPath = root.child('ports');
  if (ports.length > maxPorts)
    context.report.tooMany(portsPath, says['too-many-ports']({ count: ports.length, limit: maxPorts }));
  else validatePorts(ports, portsPath, context);
}

function validatePorts(ports: readonly EndpointPort[], path: FieldPath, context: Context): void {
  const uses = new FirstUses<number>();
  ports.forEach((port, i) => {
    const { name = '' } = port;
    validatePort(port, path.index(i), context);
    const first = uses.record(name, i);
    if (first !== undefined)
      context.report.duplicate(
        path.index(i).child('name'),
        name === '' ? says['unnamed-port-twice']() : says['port-twice']({ name }),
        { related: [{ field: path.index(first), message: related['first-one']() }] },
      );
  });
}

function validatePort({ name, protocol, appProtocol }: EndpointPort, path: FieldPath, context: Context): void {
  checkName(name || undefined, path.child('name'), dnsLabelProblem, context);
  if (protocol === undefined) requireField(protocol, path.child('protocol'), context);
  else if (!protocols.includes(protocol)) context.report.notSupported(path.child('protocol'), protocol, protocols);
  checkName(appProtocol, path.child('appProtocol'), qualifiedNameProblem, context);
}
