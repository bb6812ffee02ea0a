import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import {
  type Context,
  dnsLabelProblem,
  dnsSubdomainProblem,
  ipFieldMessage,
  portNumberProblem,
  qualifiedNameProblem,
  specialIpMessage,
  validateChoice,
} from '@podlint/validation';

const says = defineMessages('endpoints', {
  'no-address': 'The subset has no addresses, so nothing can be reached. List some in addresses or notReadyAddresses.',
  'invalid-hostname': '"{name}" cannot be a host name: {problem}.',
  'invalid-node-name': '"{name}" cannot be the name of a node: {problem}.',
  'no-port-name': 'The subset has several ports, which are told apart by their names. Name this one.',
  'invalid-port-name': '"{name}" cannot be the name of a port: {problem}.',
  'invalid-port': '{port} is not a port: {problem}.',
  'no-protocol': 'The port has no protocol. Set "TCP".',
  'invalid-app-protocol': '"{protocol}" cannot be an application protocol: {problem}.',
});

type Subset = Decoded<core.EndpointSubset>;
type Address = Decoded<core.EndpointAddress>;
type Port = Decoded<core.EndpointPort>;

const protocols = ['TCP', 'UDP', 'SCTP'];

/** validateEndpointSubsets, pkg/apis/core/validation/validation.go. */
export function validateSubsets(subsets: readonly Subset[], context: Context): void {
  subsets.forEach(({ addresses = [], notReadyAddresses = [], ports = [] }, i) => {
    const path = FieldPath.root.child('subsets').index(i);
    if (addresses.length + notReadyAddresses.length === 0) context.report.required(path, says['no-address']());
    addresses.forEach((address, j) => validateAddress(address, path.child('addresses').index(j), context));
    notReadyAddresses.forEach((address, j) =>
      validateAddress(address, path.child('notReadyAddresses').index(j), context),
    );
    const names = ports.length > 1 ? 'needed' : 'optional';
    ports.forEach((port, j) => validatePort(port, names, path.child('ports').index(j), context));
  });
}

function validateAddress({ ip = '', hostname, nodeName }: Address, path: FieldPath, context: Context): void {
  const { report } = context;
  const ipMessage = ipFieldMessage(ip, context) ?? specialIpMessage(ip);
  if (ipMessage) report.invalid(path.child('ip'), ipMessage);
  const hostProblem = hostname && dnsLabelProblem(hostname);
  if (hostProblem)
    report.invalid(path.child('hostname'), says['invalid-hostname']({ name: hostname, problem: hostProblem }));
  if (nodeName === undefined) return;
  const nodeProblem = dnsSubdomainProblem(nodeName);
  if (nodeProblem)
    report.invalid(path.child('nodeName'), says['invalid-node-name']({ name: nodeName, problem: nodeProblem }));
}

function validatePort(
  { name, port = 0, protocol, appProtocol }: Port,
  names: 'needed' | 'optional',
  path: FieldPath,
  { report }: Context,
): void {
  if (!name) {
    if (names === 'needed') report.required(path.child('name'), says['no-port-name']());
  } else {
    const problem = dnsLabelProblem(name);
    if (problem) report.invalid(path.child('name'), says['invalid-port-name']({ name, problem }));
  }
  const portProblem = portNumberProblem(port);
  if (portProblem) report.invalid(path.child('port'), says['invalid-port']({ port, problem: portProblem }));
  validateChoice(protocol, protocols, path, 'protocol', says['no-protocol'], report);
  if (appProtocol === undefined) return;
  const problem = qualifiedNameProblem(appProtocol);
  if (problem)
    report.invalid(path.child('appProtocol'), says['invalid-app-protocol']({ protocol: appProtocol, problem }));
}
